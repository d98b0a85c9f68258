import {
  CRISIS_ROLES,
  ENTRY_KINDS,
  IMPACTS,
  LEDGER_STANDINGS,
  LEGAL_CLOCK_IDS,
  LEVELS,
  SCCT_CLUSTERS,
  SCCT_STRATEGIES,
  type JournalEntry,
  type Level,
} from '@sturmwarte/domain';
import { z } from 'zod';
import {
  bigIdSchema,
  idSchema,
  isoTimeSchema,
  nameSchema,
  noteSchema,
  textSchema,
} from './fields.js';
import { statementOrderSchemas } from './statement.contract.js';

const optionalTextSchema = noteSchema.nullable().default(null);
const personSchema = z.object({ id: idSchema });
const roleSchema = z.enum(CRISIS_ROLES);
const levelSchema = z.union(LEVELS.map((level) => z.literal(level))) as z.ZodType<Level, Level>;
const numberSchema = z.number().int().positive();
const stepIdSchema = z.string().min(1).max(80);

const orderSchemas = [
  z.object({ type: z.literal('rename'), title: nameSchema }),
  z.object({ type: z.literal('join-alert'), alertId: idSchema }),
  z.object({ type: z.literal('decline-alert'), alertId: idSchema, reason: textSchema }),
  z.object({ type: z.literal('link'), other: personSchema }),
  z.object({ type: z.literal('unlink'), other: personSchema, reason: textSchema }),
  z.object({ type: z.literal('override-level'), level: levelSchema, reason: textSchema }),
  z.object({ type: z.literal('lift-override'), reason: textSchema }),
  z.object({ type: z.literal('set-impact'), impact: z.enum(IMPACTS), reason: textSchema }),
  z.object({
    type: z.literal('set-cluster'),
    cluster: z.enum(SCCT_CLUSTERS),
    strategies: z.array(z.enum(SCCT_STRATEGIES)).max(SCCT_STRATEGIES.length),
    reason: textSchema,
  }),
  z.object({
    type: z.literal('assign-role'),
    role: roleSchema,
    person: personSchema,
    deputy: personSchema.nullable().default(null),
  }),
  z.object({ type: z.literal('vacate-role'), role: roleSchema, reason: textSchema }),
  z.object({ type: z.literal('say-reachable'), reachable: z.boolean(), note: optionalTextSchema }),
  z.object({
    type: z.literal('offer-hand-over'),
    role: roleSchema,
    to: personSchema,
    form: z.object({
      situation: textSchema,
      openDecisions: textSchema,
      clocks: textSchema,
      nextUpdate: textSchema,
    }),
  }),
  z.object({ type: z.literal('sign-hand-over'), handOver: numberSchema }),
  z.object({ type: z.literal('end-hand-over'), handOver: numberSchema, reason: textSchema }),
  z.object({ type: z.literal('start-playbook'), playbookId: z.string().min(1).max(40) }),
  z.object({ type: z.literal('stop-playbook'), run: numberSchema, reason: textSchema }),
  z.object({ type: z.literal('enter-phase'), run: numberSchema, phase: stepIdSchema }),
  z.object({
    type: z.literal('add-steps'),
    run: numberSchema,
    steps: z.array(stepIdSchema).min(1).max(100),
  }),
  z.object({
    type: z.literal('decline-steps'),
    run: numberSchema,
    steps: z.array(stepIdSchema).min(1).max(100),
    reason: textSchema,
  }),
  z.object({
    type: z.literal('assign-step'),
    run: numberSchema,
    step: stepIdSchema,
    person: personSchema.nullable(),
  }),
  z.object({ type: z.literal('start-step'), run: numberSchema, step: stepIdSchema }),
  z.object({
    type: z.literal('finish-step'),
    run: numberSchema,
    step: stepIdSchema,
    inputs: z.record(z.string().max(60), z.string().max(2_000)).default({}),
    note: optionalTextSchema,
  }),
  z.object({
    type: z.literal('skip-step'),
    run: numberSchema,
    step: stepIdSchema,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('reopen-step'),
    run: numberSchema,
    step: stepIdSchema,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('decide-step'),
    run: numberSchema,
    step: stepIdSchema,
    option: stepIdSchema,
    reason: textSchema,
  }),
  z.object({ type: z.literal('list-clock'), clock: z.enum(LEGAL_CLOCK_IDS) }),
  z.object({
    type: z.literal('start-clock'),
    clock: z.enum(LEGAL_CLOCK_IDS),
    /** By what the law counts from; `knowledge` is needed. */
    anchors: z.record(z.string().max(40), isoTimeSchema),
    reason: textSchema,
  }),
  z.object({ type: z.literal('waive-clock'), clock: z.enum(LEGAL_CLOCK_IDS), reason: textSchema }),
  z.object({
    type: z.literal('reassess-clock'),
    clock: z.enum(LEGAL_CLOCK_IDS),
    reason: textSchema,
  }),
  z.object({
    type: z.literal('fulfil-clock'),
    clock: z.enum(LEGAL_CLOCK_IDS),
    stage: stepIdSchema,
    proof: textSchema,
  }),
  z.object({ type: z.literal('promise-update'), due: isoTimeSchema, text: textSchema }),
  z.object({ type: z.literal('keep-update'), promise: numberSchema, proof: textSchema }),
  z.object({
    type: z.literal('move-update'),
    promise: numberSchema,
    due: isoTimeSchema,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('give-first-response'),
    saidAt: isoTimeSchema,
    channel: nameSchema,
    proof: textSchema,
  }),
  z.object({
    type: z.literal('write-entry'),
    kind: z.enum(ENTRY_KINDS),
    text: textSchema,
    source: optionalTextSchema,
    mentionIds: z.array(bigIdSchema).max(20).default([]),
  }),
  z.object({
    type: z.literal('correct-entry'),
    entry: numberSchema,
    text: textSchema,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('record-claim'),
    text: textSchema,
    standing: z.enum(LEDGER_STANDINGS),
    source: optionalTextSchema,
  }),
  z.object({
    type: z.literal('move-claim'),
    claim: numberSchema,
    standing: z.enum(LEDGER_STANDINGS),
    source: optionalTextSchema,
    reason: textSchema,
  }),
  z.object({ type: z.literal('ask-question'), to: personSchema, text: textSchema }),
  z.object({ type: z.literal('answer-question'), question: numberSchema, text: textSchema }),
  z.object({
    type: z.literal('ask-executive'),
    to: personSchema,
    deputy: personSchema.nullable().default(null),
    question: textSchema,
    options: z
      .array(z.object({ id: z.string().regex(/^[a-z0-9-]{1,20}$/), label: nameSchema }))
      .min(2)
      .max(6),
    recommended: z.string().max(20).nullable().default(null),
    due: isoTimeSchema,
  }),
  z.object({
    type: z.literal('decide-request'),
    request: numberSchema,
    option: z.string().max(20),
    reason: optionalTextSchema,
  }),
  z.object({ type: z.literal('pass-request-on'), request: numberSchema }),
  z.object({ type: z.literal('withdraw-request'), request: numberSchema, reason: textSchema }),
  z.object({
    type: z.literal('update-status'),
    summary: textSchema,
    doing: z.array(nameSchema).max(10),
    nextDue: isoTimeSchema.nullable().default(null),
  }),
  z.object({
    type: z.literal('give-all-clear'),
    note: noteSchema.default(''),
    confirmed: z.array(z.string().max(120)).max(50).default([]),
    reason: optionalTextSchema,
  }),
  z.object({ type: z.literal('reopen'), reason: textSchema }),
  ...statementOrderSchemas,
] as const;

/**
 * POST /api/v1/incidents/:id/commands answers `CommandAnswer`. What a person asks, in ids; the server completes it
 * (names, due times, hashes) to the command that `decideIncident` judges.
 */
export const incidentOrderSchema = z.discriminatedUnion('type', orderSchemas);
export type IncidentOrder = z.output<typeof incidentOrderSchema>;
export const incidentCommandSchema = z.object({
  /** The newest entry the person had on screen. */
  seen: z.number().int().min(1),
  order: incidentOrderSchema,
});
export interface CommandAnswer {
  readonly incidentId: number;
  /** What became true by it. */
  readonly entries: readonly JournalEntry[];
}

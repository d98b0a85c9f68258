import {
  CRISIS_ROLES,
  OUTLET_CHANNELS,
  STATEMENT_PURPOSES,
  TEXT_LANGUAGES,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, isoTimeSchema, noteSchema, textSchema } from './fields.js';

/** Longer than any text that leaves the house; exactly as written, neither trimmed nor normalised. */
export const WORDING_CHARACTERS = 40_000;

const numberSchema = z.number().int().positive();
const titleSchema = z.string().trim().min(1).max(200);
const wordingSchema = z.string().min(1).max(WORDING_CHARACTERS);
const claimsSchema = z.array(numberSchema).max(100).default([]);
const noteOrNothing = noteSchema.nullable().default(null);
const numberOrNothing = numberSchema.nullable().default(null);
const key = { channel: z.enum(OUTLET_CHANNELS), language: z.enum(TEXT_LANGUAGES) };
/** The variant as it was on screen. The server compares the hash; it never takes it for the hash of anything. */
const bound = { ...key, hash: z.string().regex(/^[0-9a-f]{64}$/) };
const personSchema = z.object({ id: idSchema });
const roleSchema = z.enum(CRISIS_ROLES);

/** A text as somebody wrote it. Hashes, names, and whether it is agreed wording are the server's to say. */
const written = {
  ...key,
  text: wordingSchema,
  /** Ids of attachments of the incident that go out with it. */
  attachments: z.array(z.string().max(60)).max(10).default([]),
  /** The agreed wording it was filled from. Taken only when the text is exactly that, and that is valid. */
  agreed: z
    .object({ id: idSchema, values: z.record(z.string().max(60), z.string().max(2_000)) })
    .nullable()
    .default(null),
};

/** What a person asks about the words of an incident: part of `incidentOrderSchema`. */
export const statementOrderSchemas = [
  z.object({
    type: z.literal('draft-statement'),
    title: titleSchema,
    purpose: z.enum(STATEMENT_PURPOSES),
    step: z
      .object({ run: numberSchema, step: z.string().min(1).max(80) })
      .nullable()
      .default(null),
    template: z.string().max(80).nullable().default(null),
    core: noteSchema.default(''),
    claims: claimsSchema,
    corrects: numberOrNothing,
    promise: numberOrNothing,
    variants: z.array(z.object(written)).max(30).default([]),
  }),
  z.object({
    type: z.literal('revise-statement'),
    statement: numberSchema,
    title: titleSchema,
    core: noteSchema.default(''),
    claims: claimsSchema,
  }),
  z.object({
    type: z.literal('write-variant'),
    statement: numberSchema,
    base: z.number().int().min(0),
    ...written,
  }),
  z.object({
    type: z.literal('drop-variant'),
    statement: numberSchema,
    ...key,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('comment-wording'),
    statement: numberSchema,
    variant: z.object(key).nullable().default(null),
    version: numberOrNothing,
    text: textSchema,
  }),
  z.object({ type: z.literal('settle-comment'), comment: numberSchema }),
  z.object({ type: z.literal('drop-statement'), statement: numberSchema, reason: textSchema }),
  z.object({
    type: z.literal('ask-approval'),
    statement: numberSchema,
    variants: z.array(z.object(bound)).min(1).max(30),
    note: noteOrNothing,
  }),
  z.object({
    type: z.literal('approve-wording'),
    statement: numberSchema,
    variants: z.array(z.object(bound)).min(1).max(30),
    role: roleSchema,
    note: noteOrNothing,
  }),
  z.object({
    type: z.literal('return-wording'),
    statement: numberSchema,
    ...bound,
    role: roleSchema,
    comment: textSchema,
  }),
  z.object({
    type: z.literal('reject-wording'),
    statement: numberSchema,
    ...bound,
    role: roleSchema,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('recall-wording'),
    statement: numberSchema,
    ...bound,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('bar-from-approving'),
    person: personSchema,
    reason: textSchema,
  }),
  z.object({ type: z.literal('lift-bar'), person: personSchema, reason: textSchema }),
  z.object({
    type: z.literal('release-in-emergency'),
    statement: numberSchema,
    ...bound,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('review-emergency'),
    release: numberSchema,
    verdict: z.enum(['confirmed', 'objected']),
    note: noteSchema.default(''),
  }),
  z.object({
    type: z.literal('prepare-publication'),
    statement: numberSchema,
    ...bound,
    exit: idSchema,
    plannedFor: isoTimeSchema.nullable().default(null),
    corrects: numberOrNothing,
  }),
  z.object({
    type: z.literal('withdraw-publication'),
    publication: numberSchema,
    reason: textSchema,
  }),
  z.object({
    type: z.literal('settle-publication'),
    publication: numberSchema,
    outcome: z.enum(['out', 'not-out']),
    /** Of what is out: where it stands, and since when. */
    receipt: z
      .object({
        link: z
          .url({ protocol: /^https?$/ })
          .max(2_000)
          .nullable()
          .default(null),
        at: isoTimeSchema,
      })
      .nullable()
      .default(null),
    reason: textSchema,
  }),
  z.object({
    type: z.literal('publish-by-hand'),
    statement: numberSchema,
    ...bound,
    corrects: numberOrNothing,
    link: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable()
      .default(null),
    evidence: z.string().max(60).nullable().default(null),
    saidAt: isoTimeSchema,
  }),
] as const;
export const statementOrderSchema = z.discriminatedUnion('type', statementOrderSchemas);
export type StatementOrder = z.output<typeof statementOrderSchema>;

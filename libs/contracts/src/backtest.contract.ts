import {
  LABEL_KINDS,
  NO_EVENT_REASONS,
  SENSITIVITIES,
  type AlarmFate,
  type EvidencePeak,
  type LabelKind,
  type Level,
  type NoEventReason,
  type PersonRef,
  type PlainRule,
  type Sensitivity,
  type SensitivityProposal,
  type Verdict,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, isoTimeSchema, noteSchema } from './fields.js';
import { cooldownSchema, headStartSchema, plainRuleSchema, querySchema } from './topic.contract.js';

/** The longest time a back-test shows, in weeks; before it the detector learns for four weeks more. */
export const LONGEST_BACKTEST_WEEKS = 8;

const weeksSchema = z.number().int().min(1).max(LONGEST_BACKTEST_WEEKS).default(4);

/**
 * One way a topic could be set. What is left out is as the topic has it. A query that is not the saved one is held
 * against the stored mentions; the saved one was counted when they came.
 */
export const backtestSettingSchema = z.object({
  sensitivity: z.enum(SENSITIVITIES),
  /** Left out or null: as the choice says, whatever the topic has. */
  headStart: headStartSchema.default(null),
  cooldownMinutes: cooldownSchema.optional(),
  rules: z.array(plainRuleSchema).max(10).optional(),
  query: querySchema.optional(),
});

export type BacktestSetting = z.output<typeof backtestSettingSchema>;

/** POST /api/v1/topics/:id/backtest answers `Backtest`; `backtest-busy` while another one runs. */
export const backtestSchema = z.object({
  weeks: weeksSchema,
  settings: z.array(backtestSettingSchema).min(1).max(2),
});
export type BacktestRequest = z.input<typeof backtestSchema>;

/** POST /api/v1/topics/backtest answers `Backtest`: of a topic that is not saved yet. */
export const draftBacktestSchema = z.object({
  brandId: idSchema,
  spaceId: idSchema.default(1),
  weeks: weeksSchema,
  query: querySchema,
  settings: z
    .array(backtestSettingSchema.omit({ query: true }))
    .min(1)
    .max(2),
});
export type DraftBacktestRequest = z.input<typeof draftBacktestSchema>;

/** What people said of a stretch: on the page of the back-test (`id`), or by what they did with an alert (`alertId`). */
export interface BacktestLabel {
  readonly id: number | null;
  readonly alertId: number | null;
  /** Shown as `A-311`. */
  readonly alertNumber: number | null;
  readonly kind: LabelKind;
  readonly from: string;
  readonly to: string;
  readonly reason: NoEventReason | null;
  readonly note: string | null;
  readonly by: PersonRef | null;
  readonly at: string | null;
}

export interface BacktestAlarm {
  /** The minute it was raised in. */
  readonly at: string;
  readonly until: string | null;
  readonly peak: Level;
  readonly fate: AlarmFate;
}

export interface BacktestRun {
  readonly sensitivity: Sensitivity;
  readonly headStart: number | null;
  readonly cooldownMinutes: number;
  /** Of a draft; null: the saved one. */
  readonly query: string | null;
  readonly rules: readonly PlainRule[];
  readonly alarms: readonly BacktestAlarm[];
  readonly changes: readonly { readonly at: string; readonly level: Level }[];
  readonly verdict: Omit<Verdict, 'fates'>;
}

export interface BacktestPoint {
  /** Start in minutes since the epoch. */
  readonly minute: number;
  readonly negative: number;
  readonly total: number;
}

/** How a query that was not saved met the stored mentions. */
export interface BacktestMatched {
  /** Of how many stored mentions. */
  readonly scanned: number;
  /** There were more than are looked at: only the newest part was. */
  readonly capped: boolean;
  /** The first minute looked at whole; null: nothing is stored of this time. */
  readonly since: string | null;
  /** Before it some sources' mentions have been deleted by now; null: nothing of this time has been. */
  readonly wholeSince: string | null;
}

export interface Backtest {
  readonly from: string;
  readonly to: string;
  /** From here on a detector learned; null: nothing was ever counted. */
  readonly learnedFrom: string | null;
  /** From here on who was heard, where and in which outlets is known as well; null: counts only. */
  readonly heardFrom: string | null;
  /** Minutes per point. */
  readonly bucket: number;
  /** What the first setting counted. */
  readonly points: readonly BacktestPoint[];
  /** What the second one counted, where its query is another one; else null. */
  readonly otherPoints: readonly BacktestPoint[] | null;
  /** Null: no query but the saved one was played. */
  readonly matched: BacktestMatched | null;
  readonly labels: readonly BacktestLabel[];
  /** Planned for the time shown, oldest first. */
  readonly peaks: readonly EvidencePeak[];
  /** In the order of the settings asked for. */
  readonly runs: readonly BacktestRun[];
}

/** POST /api/v1/topics/:id/labels answers `BacktestLabel`; DELETE /api/v1/topics/:id/labels/:labelId. */
export const labelCreateSchema = z
  .object({
    kind: z.enum(LABEL_KINDS),
    from: isoTimeSchema,
    to: isoTimeSchema,
    reason: z.enum(NO_EVENT_REASONS).nullable().default(null),
    note: noteSchema.nullable().default(null),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'] })
  .refine(({ kind, reason }) => (kind === 'nothing') === (reason !== null), { path: ['reason'] });
export type LabelCreate = z.input<typeof labelCreateSchema>;

/** GET /api/v1/topics/:id/sensitivity-proposal */
export type ProposalView = SensitivityProposal & {
  /** Alarms and false alarms a week of each choice in the topic's own weeks; null while too little is known. */
  readonly own: readonly {
    readonly sensitivity: Sensitivity;
    readonly verdict: Omit<Verdict, 'fates' | 'leads'>;
  }[];
};

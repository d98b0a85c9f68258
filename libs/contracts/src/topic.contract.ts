import {
  DEFAULT_SENSITIVITY,
  LEAST_HEAD_START,
  LEVELS,
  LONGEST_COOLDOWN_MINUTES,
  MOST_HEAD_START,
  NOTICE_LEVEL,
  SENSITIVITIES,
  TOPIC_KINDS,
  type Level,
  type Topic,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, nameSchema } from './fields.js';

const MAX_QUERY = 4_000;
export const querySchema = z.string().trim().min(1).max(MAX_QUERY);
export const headStartSchema = z.number().min(LEAST_HEAD_START).max(MOST_HEAD_START).nullable();
export const cooldownSchema = z.number().int().min(0).max(LONGEST_COOLDOWN_MINUTES);

export const plainRuleSchema = z.object({
  id: z.string().min(1).max(40),
  negatives: z.number().int().min(1).max(1_000_000),
  minutes: z.number().int().min(1).max(120),
  level: z
    .number()
    .refine((level): level is Level => (LEVELS as readonly number[]).includes(level))
    .refine((level) => level >= NOTICE_LEVEL),
});

/** POST /api/v1/topics */
export const topicCreateSchema = z.object({
  brandId: idSchema,
  spaceId: idSchema.default(1),
  name: nameSchema,
  kind: z.enum(TOPIC_KINDS),
  query: querySchema,
  rules: z.array(plainRuleSchema).max(10).default([]),
  sensitivity: z.enum(SENSITIVITIES).default(DEFAULT_SENSITIVITY),
  headStart: headStartSchema.default(null),
  cooldownMinutes: cooldownSchema.default(0),
  active: z.boolean().default(true),
});
export type TopicCreate = z.input<typeof topicCreateSchema>;

/** PATCH /api/v1/topics/:id */
export const topicPatchSchema = z.object({
  name: nameSchema.optional(),
  kind: z.enum(TOPIC_KINDS).optional(),
  query: querySchema.optional(),
  rules: z.array(plainRuleSchema).max(10).optional(),
  /** Puts a head start of one's own aside, unless one is named beside it. */
  sensitivity: z.enum(SENSITIVITIES).optional(),
  headStart: headStartSchema.optional(),
  cooldownMinutes: cooldownSchema.optional(),
  active: z.boolean().optional(),
});
export type TopicPatch = z.infer<typeof topicPatchSchema>;

/** GET /api/v1/topics answers `TopicView[]`. */
export type TopicView = Topic;

/** POST /api/v1/topics/check — a dry run over stored mentions, nothing is saved. */
export const topicCheckSchema = z.object({
  brandId: idSchema,
  query: z.string().max(MAX_QUERY),
  days: z.number().int().min(1).max(30).default(7),
});
/** A mistake in a query, at its place (offsets in UTF-16 units of the query as sent). */
export interface QueryMistake {
  readonly code: string;
  readonly position: number;
  readonly length: number;
  readonly params: Readonly<Record<string, string | number>>;
}
export type TopicCheck =
  | { readonly ok: false; readonly mistakes: readonly QueryMistake[] }
  | {
      readonly ok: true;
      /** Of how many stored mentions of the last days. */
      readonly scanned: number;
      /** True when only the newest part of the days was scanned. */
      readonly capped: boolean;
      readonly hits: number;
      readonly negative: number;
      readonly perDay: readonly { readonly day: string; readonly hits: number }[];
      readonly samples: readonly { readonly id: string; readonly text: string }[];
    };

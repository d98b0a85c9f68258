import {
  ALERT_STATES,
  NO_EVENT_REASONS,
  type Alert,
  type AlertEvent,
  type CurvePoint,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, noteSchema } from './fields.js';
import type { MentionView } from './mention.contract.js';

export interface AlertView extends Alert {
  readonly id: number;
  /** Shown as `A-311`. */
  readonly number: number;
  readonly spaceId: number;
  readonly brandId: number;
  readonly topicId: number;
  readonly topicName: string;
}
/** GET /api/v1/alerts */
export const alertQuerySchema = z.object({
  space: idSchema.default(1),
  brand: idSchema.optional(),
  topic: idSchema.optional(),
  state: z.enum(ALERT_STATES).optional(),
  /** `true`: open and acknowledged. */
  live: z.stringbool().optional(),
  before: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AlertQuery = z.input<typeof alertQuerySchema>;

/** GET /api/v1/alerts/search?words= answers `AlertView[]`, newest first, also of those long closed. */
export const alertSearchSchema = z.object({
  words: z.string().trim().min(2).max(200),
  space: idSchema.default(1),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** An earlier alert, with the words both were about. */
export interface SimilarAlert extends AlertView {
  readonly shared: readonly string[];
}

/** GET /api/v1/alerts/:id */
export interface AlertDetail {
  readonly alert: AlertView;
  readonly history: readonly (AlertEvent & { readonly seq: number })[];
  readonly samples: readonly MentionView[];
  readonly first: MentionView | null;
  /** Those that what drives it refers to, as far as they are still stored. */
  readonly driving: readonly MentionView[];
  readonly similar: readonly SimilarAlert[];
}
/** GET /api/v1/alerts/:id/curve?hours=&bucket= and GET /api/v1/topics/:id/curve */
export const curveQuerySchema = z.object({
  hours: z.coerce.number().int().min(1).max(168).default(24),
  bucket: z.coerce.number().int().min(1).max(60).default(15),
});
export interface Curve {
  /** Minutes per bucket. */
  readonly bucket: number;
  readonly points: readonly CurvePoint[];
}

/** POST /api/v1/alerts/:id/acknowledge */
export const acknowledgeSchema = z.object({ note: noteSchema.nullable().default(null) });
/** POST /api/v1/alerts/:id/notes */
export const alertNoteSchema = z.object({ note: noteSchema.min(1) });
/** POST /api/v1/alerts/:id/close */
export const closeAlertSchema = z.object({
  kind: z.enum(['all-clear', 'no-event']),
  reason: z.enum(NO_EVENT_REASONS).nullable().default(null),
  note: noteSchema.nullable().default(null),
});
// POST /api/v1/alerts/:id/reopen has no body. All four answer `AlertView`.

import {
  OUTLET_CHANNELS,
  TEXT_LANGUAGES,
  type ApprovalState,
  type Level,
  type OfferedPlace,
  type StatementPurpose,
  type VariantKey,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema } from './fields.js';

/** A text that waits for a yes, with what its reader needs to judge it. */
export interface WaitingWording extends VariantKey {
  readonly incidentId: number;
  readonly number: string;
  readonly title: string;
  readonly level: Level;
  readonly statement: {
    readonly id: number;
    readonly title: string;
    readonly purpose: StatementPurpose;
    readonly core: string;
  };
  readonly version: number;
  readonly hash: string;
  readonly text: string;
  /** The version this person read last, to show what has changed since; null: none, or this one. */
  readonly readBefore: { readonly version: number; readonly text: string } | null;
  readonly isRead: boolean;
  readonly state: ApprovalState;
  /** Places this person may fill now; empty: it waits for others. */
  readonly places: readonly OfferedPlace[];
  /** When this person's time begins, ISO; null: now, not at all, or not known yet. */
  readonly mineFrom: string | null;
  readonly dueAt: string | null;
}

/** GET /api/v1/approvals?space= : over all incidents of a space that the person may enter, the most urgent first. */
export const approvalsQuerySchema = z.object({ space: idSchema.default(1) });
export interface ApprovalsView {
  readonly mine: readonly WaitingWording[];
  readonly others: readonly WaitingWording[];
}

/** POST /api/v1/approvals/readings: this person has had a version before their eyes. */
export const readingSchema = z.object({
  incidentId: idSchema,
  statement: z.number().int().positive(),
  channel: z.enum(OUTLET_CHANNELS),
  language: z.enum(TEXT_LANGUAGES),
  version: z.number().int().positive(),
});

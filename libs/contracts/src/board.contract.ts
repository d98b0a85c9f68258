import type { Channel, Level, Praise, TopicKind, Trend } from '@sturmwarte/domain';
import { z } from 'zod';
import type { AlertView } from './alert.contract.js';
import { idSchema } from './fields.js';

/** GET /api/v1/board — one card per active topic of a space, worst first. */
export const boardQuerySchema = z.object({ space: idSchema.default(1) });
export interface BoardCard extends TopicPulse {
  readonly name: string;
  readonly kind: TopicKind;
  readonly brandId: number;
  /** Open or acknowledged alert, if any. */
  readonly alert: AlertView | null;
  /** Negative volume per 15 minutes, oldest first, last 6 hours. */
  readonly spark: readonly number[];
}
/** The numbers of a card that move; pushed at most four times a second, never kept. */
export interface TopicPulse {
  readonly topicId: number;
  readonly level: Level;
  /** Since when the level stands, ISO; null before the first evaluation. */
  readonly since: string | null;
  readonly trend: Trend;
  /** Observed against expected negative volume of the last hour; null before a baseline exists. */
  readonly ratio: number | null;
  readonly observed: number;
  readonly expected: number | null;
  readonly total: number;
  readonly share: number | null;
  readonly doublingMinutes: number | null;
  readonly channels: readonly Channel[];
  /** A wave of support; missing from servers that cannot tell. */
  readonly praise?: Praise | null;
  /** Negative volume of the running 15-minute bucket, and which one it is (minutes since the epoch). */
  readonly bucket: { readonly minute: number; readonly negative: number };
}
export interface Board {
  readonly spaceId: number;
  /** The space's clock. */
  readonly now: string;
  readonly cards: readonly BoardCard[];
}

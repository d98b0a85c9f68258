import type { PraiseSurge } from './praise.js';

/** All numbers of one evaluation of one topic, before any level. */
export interface Reading {
  readonly minute: number;
  readonly score: number;
  /** The score before calibration. */
  readonly raw: number;
  /** Negatives and mentions of the last 60 minutes. */
  readonly observed: number;
  readonly mentions: number;
  readonly expected: number | null;
  readonly upper: number | null;
  readonly ratio: number | null;
  readonly share: number | null;
  readonly usualShare: number | null;
  readonly uniqueAuthors: number | null;
  readonly channels: number;
  /** Channels can tell something: at least two have ever been heard. */
  readonly channelsTell: boolean;
  readonly outlets: number | null;
  readonly classicOutlets: number;
  readonly usualOutlets: number;
  /** Shares of the mentions whose wording was listened to, last 60 minutes; null where too few were. */
  readonly calls: number | null;
  readonly aggression: number | null;
  /** A wave of support: loud, but in a better tone than usual. */
  readonly praise: PraiseSurge | null;
  /** Negatives in the span of each plain rule, in the order of the rules. */
  readonly ruleNegatives: readonly number[];
  readonly doublingMinutes: number | null;
}

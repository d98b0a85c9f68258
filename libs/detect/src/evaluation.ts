import type { Level, Outlook, Signal, QualityMark } from '@sturmwarte/domain';

import type { PraiseSurge } from './praise.js';

/** How a topic stands, with every number that led there. Volumes are negative mentions (sums of probability). */
export interface Evaluation {
  readonly topicId: number;
  /** Milliseconds since the epoch: the end of the closed minute, or the time of a provisional evaluation. */
  readonly at: number;
  readonly level: Level;
  readonly previous: Level;
  /** What holds the level: the spike detector or a plain rule. */
  readonly cause: 'detector' | 'rule';
  readonly ruleId: string | null;
  /** Alarm scale: 3 is the alarm threshold, each further point is as hard to reach by chance again. */
  readonly score: number;
  /** Last 60 minutes. `expected` and `upper` are null before a baseline exists. */
  readonly observed: number;
  readonly expected: number | null;
  readonly upper: number | null;
  readonly ratio: number | null;
  /** Negative share of the last 60 minutes, 0 to 1; null without mentions. */
  readonly share: number | null;
  readonly usualShare: number | null;
  /** Distinct critics in the last 60 minutes; null where authors are not known. */
  readonly uniqueAuthors: number | null;
  /** Channels that carry more criticism than usual, see `channelBit`; 0 also where channels are not known. */
  readonly channels: number;
  readonly doublingMinutes: number | null;
  /** Why the level is less sure than it looks. */
  readonly quality: readonly QualityMark[];
  /** A wave of support is no storm; null where there is none. */
  readonly praise: PraiseSurge | null;
  readonly signals: readonly Signal[];
  /** Includes an open minute: it may raise a level, never lower it. */
  readonly provisional: boolean;
  /** A source is silent: the level does not fall. */
  readonly incomplete: boolean;
  /** What is to be expected; null below the level of an alert. */
  readonly outlook: Outlook | null;
}

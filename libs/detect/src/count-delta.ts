import type { OutletTier, ToneCounts } from '@sturmwarte/domain';

/** A media outlet that carried criticism. `outlet` is a 32-bit hash of its name: distinct outlets count, not articles. */
export interface MediaEcho {
  readonly outlet: number;
  readonly tier: OutletTier;
}

/**
 * What one commit changed in one counter of one topic. Deltas of the same minute add up in any order.
 *
 * `minute` is the minute (since the epoch) the mentions are counted in: late ones count in their arrival minute
 * (`late`). A `correction` (second look, edit, deletion) belongs to the minute the mention was counted in, changes
 * sums and is never new volume; it is without effect once that minute has left the ring (about two hours).
 */
export interface CountDelta {
  readonly topicId: number;
  readonly minute: number;
  /** Mentions; 0 or negative in corrections. */
  readonly total: number;
  /** Sum of the negative probability in thousandths; may be negative in corrections. */
  readonly negPermille: number;
  /** Mentions judged negative, which plain rules count; may be negative in corrections. */
  readonly negCount: number;
  /** 32-bit hashes of the authors of clearly negative mentions. Left out where authors are not known. */
  readonly authors?: ArrayLike<number>;
  /** Channels with clearly negative mentions, see `channelBit`. Left out where channels are not known. */
  readonly channels?: number;
  /** Outlets with clearly negative articles. Left out where media is not watched. */
  readonly media?: readonly MediaEcho[];
  /** What was heard in their wording; differences in corrections. Left out where nobody listened. */
  readonly tone?: ToneCounts;
  readonly late?: boolean;
  readonly correction?: boolean;
}

/** The space's clock: milliseconds since the epoch. */
export interface Tick {
  readonly now: number;
}

import type { CountDelta } from '@sturmwarte/detect';

/** What one commit changed in one space. Told only after the commit. */
export interface CommittedBatch {
  readonly spaceId: number;
  readonly batch: { readonly xid: string; readonly id: string };
  /** Day of receipt (UTC), `YYYY-MM-DD`. */
  readonly day: string;
  /** New mentions lie between these ids; null when the batch only replaced or erased. */
  readonly firstId: string | null;
  readonly lastId: string | null;
  /** What the detector may see: back-fills are left out. */
  readonly deltas: readonly CountDelta[];
  /** Every topic touched, with how many new mentions it got. */
  readonly arrived: readonly { readonly topicId: number; readonly count: number }[];
  /** The space's own clock after this commit; null where the server's is used. */
  readonly nowMs: number | null;
}

import type { IncidentView, LiveMessage, TopicPulse } from '@sturmwarte/contracts';
import type { JournalEntry, Space } from '@sturmwarte/domain';
import type { CountDelta } from '@sturmwarte/detect';

/** A committed batch, as its writers know it: what changed in the counters, and which mentions carried it. */
export interface MentionsAccepted {
  readonly spaceId: number;
  readonly batch: { readonly xid: string; readonly id: string };
  /** Day of receipt (UTC), `YYYY-MM-DD`: the partition of every mention below. */
  readonly day: string;
  /** New mentions, contiguous ids; null when the batch only replaced or deleted. */
  readonly firstId: string | null;
  readonly lastId: string | null;
  /** What the detector may see: back-fills are left out. */
  readonly deltas: readonly CountDelta[];
  /** Every topic touched, with how many mentions it got. */
  readonly arrived: readonly { readonly topicId: number; readonly count: number }[];
}

/**
 * What is said on the bus. Everything here is already committed; a listener that was away finds the same in the
 * database.
 */
export interface BusTopics {
  'mentions.accepted': MentionsAccepted;
  /** The second look corrected counters, in the transaction `xid` (as text of an xid8). */
  'mentions.judged': {
    readonly spaceId: number;
    readonly xid: string;
    readonly deltas: readonly CountDelta[];
  };
  /** Topics were created, changed, switched off or removed: matchers and detectors reload. */
  'topics.changed': { readonly spaceId: number; readonly topicIds: readonly number[] };
  /** Mutes were set, changed or ended: whoever keeps quiet because of them reads them again. */
  'mutes.changed': { readonly spaceId: number };
  /** The calendar of planned peaks changed: detectors take it over. */
  'peaks.changed': { readonly spaceId: number };
  'sources.changed': { readonly sourceIds: readonly number[] };
  /** A space began, ended or was removed. */
  'spaces.changed': { readonly space: Space };
  /** A space's own clock moved forward. */
  'clock.moved': { readonly spaceId: number; readonly now: string };
  /** Appended to the numbered log of the consoles, in the order of the numbers of each stream. */
  'live.appended': { readonly messages: readonly LiveMessage[] };
  /**
   * A journal grew by these entries; said before the numbered message that tells it. Who is on this node may pass them
   * on; who is not there finds them by the number.
   */
  'journal.grown': { readonly view: IncidentView; readonly entries: readonly JournalEntry[] };
  'topics.pulsed': {
    readonly spaceId: number;
    readonly now: string;
    readonly topics: readonly TopicPulse[];
  };
  /** Grants, activity or sessions of a person changed: open sockets must be checked again. */
  'people.changed': { readonly personId: number };
}

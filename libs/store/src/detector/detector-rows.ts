import type { CountDelta, StoredMinute, TopicSnapshot } from '@sturmwarte/detect';
import type { Topic } from '@sturmwarte/domain';

/** The detector's memory of one topic, as kept. */
export interface StoredSnapshot {
  readonly topicId: number;
  readonly spaceId: number;
  /** The last closed minute in it. */
  readonly minute: number;
  readonly detector: string;
  readonly state: TopicSnapshot;
}

/** What the detector needs of one topic to go on where it was. */
export interface StartTopic {
  readonly topic: Topic;
  /** Null before the first, or when another detector took it. */
  readonly snapshot: StoredSnapshot | null;
  /** With a snapshot: the minutes of its ring and all later ones. Without: the last 28 days. Oldest first. */
  readonly minutes: readonly StoredMinute[];
  /** Who, where and which outlets were clearly negative in the minutes after the snapshot; sums are zero. */
  readonly voices: readonly CountDelta[];
}

/** A mention as evidence sees it. */
export interface EvidenceRow {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly channel: number;
  readonly tier: number;
  readonly outlet: string | null;
  readonly authorKey: string | null;
  readonly followers: number | null;
  /** Views or readers as its source reports them. */
  readonly reach: number | null;
  readonly sourceId: number;
  readonly externalId: string;
  /** Passes on something: a repost in name, or of a named original. */
  readonly repost: boolean;
  /** External ids at the same source: the original, and the post at the head of the conversation. */
  readonly repostOf: string | null;
  readonly thread: string | null;
  /** P(negative) in thousandths, as judged at present. */
  readonly negative: number;
  readonly minute: number;
}

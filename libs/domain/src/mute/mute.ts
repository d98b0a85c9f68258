import type { PersonRef } from '../alert.js';

export const MUTE_KINDS = ['topic', 'source', 'author', 'copies'] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

/** What is kept quiet. An author by pseudonym, copies by the mention they were first met in. */
export type MuteSubject =
  | { readonly kind: 'topic'; readonly topicId: number }
  | { readonly kind: 'source'; readonly sourceId: number }
  | { readonly kind: 'author'; readonly author: string }
  | { readonly kind: 'copies'; readonly mentionId: string };

/**
 * Somebody's decision, with a reason and an end, not to be called by something. It holds back and never hides: a muted
 * topic is judged as ever; what a muted source, author or text says is stored and can be read, and does not count.
 * Times are ISO, in the clock of its space.
 */
export interface Mute {
  readonly id: number;
  readonly spaceId: number;
  readonly brandId: number;
  readonly subject: MuteSubject;
  /** What it keeps quiet counts for this topic no more; null: for none of its brand. Of a muted topic: null. */
  readonly onlyTopicId: number | null;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  /** A muted topic calls all the same from `BREAK_LEVEL` on; false for everything else. */
  readonly breaksThrough: boolean;
  readonly by: PersonRef;
  /** When it ended; null: not yet, or nobody has written it down yet. */
  readonly endedAt: string | null;
  /** Who ended it before its time; null: it ended by itself. */
  readonly endedBy: PersonRef | null;
}

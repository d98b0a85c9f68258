import type { PersonRef } from '../alert.js';

export const MUTE_KINDS = ['topic', 'source', 'author', 'phrase'] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

/** What is kept quiet. An author by pseudonym, copies by a phrase they share. */
export type MuteSubject =
  | { readonly kind: 'topic'; readonly topicId: number }
  | { readonly kind: 'source'; readonly sourceId: number }
  | { readonly kind: 'author'; readonly author: string }
  | { readonly kind: 'phrase'; readonly phrase: string };

/**
 * Somebody's decision, with a reason and an end, not to be called by something. It holds back and never hides: a muted
 * topic is judged as ever, what a muted source, author or phrase says is stored and can be read.
 * Times are ISO, in the clock of its space.
 */
export interface Mute {
  readonly id: number;
  readonly spaceId: number;
  readonly brandId: number;
  readonly subject: MuteSubject;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  /** A muted topic calls all the same from `BREAK_LEVEL` on. */
  readonly breaksThrough: boolean;
  readonly by: PersonRef;
  /** When it ended; null: not yet, or nobody has written it down yet. */
  readonly endedAt: string | null;
  /** Who ended it before its time; null: it ended by itself. */
  readonly endedBy: PersonRef | null;
}

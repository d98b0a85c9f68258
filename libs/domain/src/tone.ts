/**
 * What the first look hears in the wording of a mention beside its polarity: one bit each. Without `judged` nobody
 * listened (another language, a mention from before), and the other bits say nothing.
 */
export const TONE = { judged: 1, aggressive: 2, call: 4, praise: 8 } as const;

/** A sum of `TONE` bits. */
export type Tone = number;

/** How many mentions of a minute were listened to, and what was heard in them. */
export interface ToneCounts {
  readonly judged: number;
  /** Insulting or threatening. */
  readonly aggressive: number;
  /** Calling others to act: boycott, petition, giving notice, taking to the streets. */
  readonly calls: number;
  /** Clearly positive. */
  readonly praise: number;
}

export const NO_TONE: ToneCounts = { judged: 0, aggressive: 0, calls: 0, praise: 0 };

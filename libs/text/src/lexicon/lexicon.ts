import type { Pattern } from '../match/pattern.js';

/** What a word does in one language. */
export const ROLE = {
  none: 0,
  polar: 1,
  negator: 2,
  intensifier: 3,
  diminisher: 4,
  contrast: 5,
  self: 6,
  link: 7,
  /** Keeps shorter entries inside it from counting ("nicht nur"). */
  mask: 8,
} as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

export const FLAG = { insult: 1, threat: 2, heated: 4, praise: 8 } as const;

/** Function-word bits: which language a word speaks for. */
export const SPEAKS = { de: 1, en: 2, other: 4 } as const;

/** Columns of a lexicon: a German text, an English text, a text whose language is not known. */
export const COLUMN = { de: 0, en: 1, mixed: 2 } as const;
export type Column = (typeof COLUMN)[keyof typeof COLUMN];

/** One language's view of every entry; arrays run parallel to `Lexicon.patterns`. */
export interface LexiconColumn {
  readonly role: Uint8Array;
  /** Tenths; negative is bad. */
  readonly weight: Int8Array;
  readonly flags: Uint8Array;
}

export interface Lexicon {
  readonly patterns: readonly Pattern[];
  readonly columns: readonly [LexiconColumn, LexiconColumn, LexiconColumn];
  /** `SPEAKS` bits per entry. */
  readonly speaks: Uint8Array;
  /** Entries with a weight, per language as written (for reports and tests). */
  readonly sizes: { readonly de: number; readonly en: number; readonly shared: number };
}

import type { ChainFault } from '@sturmwarte/domain';

/** What can be wrong with a journal, beyond its chain. `line` is that of an exported file, from 1. */
export type JournalFault =
  | ChainFault
  /** The line is not an entry at all. */
  | {
      readonly kind: 'unreadable';
      readonly line: number;
      readonly why: 'not-utf8' | 'not-json' | 'not-an-entry' | 'too-long';
    }
  /** The line says more than its entry, or says it otherwise than it was exported. */
  | { readonly kind: 'rewritten'; readonly line: number; readonly seq: number }
  /** The first line does not fit its seal, or not the journal below it. */
  | { readonly kind: 'header'; readonly line: 1 }
  /** A whole entry that cannot have happened at this point. */
  | { readonly kind: 'impossible'; readonly seq: number }
  /** What is stored as the state is not the fold of the journal. */
  | { readonly kind: 'state'; readonly fields: readonly string[] }
  /** A number was given out, and no incident has it. */
  | { readonly kind: 'gone' };

import type { ErrorParams } from '../errors.js';
import type { Text } from '../playbook/text.js';
import type { WordingSeverity } from './wording-severity.js';

/** Whose rule it is: ours, the running playbooks', the house's own. */
export type WordingOrigin = 'shipped' | 'playbook' | 'house';

/** Something in a text that a rule sees. */
export interface WordingFinding {
  /** Of a shipped rule the words live in i18n; of the others in `words`. */
  readonly rule: string;
  readonly origin: WordingOrigin;
  readonly severity: WordingSeverity;
  /** Where in the text as it was written; null: it concerns the whole. */
  readonly start: number | null;
  readonly end: number | null;
  readonly params: ErrorParams;
  readonly words: { readonly why: Text; readonly better: Text | null } | null;
}

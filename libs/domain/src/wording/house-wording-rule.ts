import type { OutletChannel } from '../playbook/outlet-channel.js';
import type { Text } from '../playbook/text.js';
import type { WordingSeverity } from './wording-severity.js';

/** Words a house does not use, whoever writes: `*` for any ending, `…` for words between, `a/b` for either. */
export interface HouseWordingRule {
  readonly id: string;
  /** Null: for all brands. */
  readonly brandId: number | null;
  readonly de: readonly string[];
  readonly en: readonly string[];
  readonly why: Text;
  readonly better: Text | null;
  readonly severity: WordingSeverity;
  /** Where the words are banned; null: everywhere. */
  readonly channels: readonly OutletChannel[] | null;
}

import type { OutletChannel } from './outlet-channel.js';
import type { AnswerRef } from './condition.js';
import type { Text } from './text.js';

/** Words that make it worse. `*` at the end of a phrase stands for any ending. */
export interface WordingRule {
  readonly id: string;
  readonly de: readonly string[];
  readonly en: readonly string[];
  readonly why: Text;
  /** Where they are banned; null: everywhere. */
  readonly channels: readonly OutletChannel[] | null;
  /** The ban is lifted once this was decided. */
  readonly until: AnswerRef | null;
}

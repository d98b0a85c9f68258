import type { WordingRule } from '@sturmwarte/domain';
import type { Book } from './book.js';

/** A rule of wording as written, as the domain knows it. */
export function toWordingRule(raw: Book['wording'][number]['raw']): WordingRule {
  const { id, de, en, why, channels, until } = raw;
  return {
    id,
    de,
    en,
    why,
    channels: channels ?? null,
    until: until === undefined ? null : { decision: until.decision, options: until.is },
  };
}

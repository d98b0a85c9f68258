import { isLifted } from './is-lifted.js';
import type { OutletChannel } from './outlet-channel.js';
import { phrasePattern } from './phrase-pattern.js';
import type { WordingRule } from './wording-rule.js';

export interface BannedWording {
  readonly rule: WordingRule;
  /** As it stands in the text. */
  readonly found: string;
  readonly index: number;
}

/**
 * Words in a text that its rules ban, in order of place. A rule with `until` no longer counts once
 * that was decided (`answers`); before anybody decided, it does.
 */
export function bannedWording(
  text: string,
  language: 'de' | 'en',
  channels: readonly OutletChannel[],
  rules: readonly WordingRule[],
  answers: Readonly<Record<string, string>> = {},
): readonly BannedWording[] {
  const found: BannedWording[] = [];
  for (const rule of rules) {
    const { channels: where } = rule;
    if (where !== null && !channels.some((channel) => where.includes(channel))) continue;
    if (rule.until !== null && isLifted(rule.until, answers)) continue;
    for (const phrase of rule[language]) {
      for (const match of text.matchAll(phrasePattern(phrase))) {
        found.push({ rule, found: match[0], index: match.index });
      }
    }
  }
  return found.sort((one, other) => one.index - other.index);
}

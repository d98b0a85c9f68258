import type { Evidence } from '../evidence.js';
import type { TopicKind } from '../topic.js';
import { phrasePattern } from './phrase-pattern.js';
import type { Playbook, Trigger } from './playbook.js';

export interface Suggestion {
  readonly playbook: Playbook;
  /** Why: the triggers that fit, each with the terms of the evidence that made it fit. */
  readonly reasons: readonly { readonly trigger: Trigger; readonly terms: readonly string[] }[];
  /** The alert's level lies in the range the playbook was written for. */
  readonly inRange: boolean;
}

/**
 * Playbooks whose triggers the key terms of an alert speak of, best first: most terms, then the
 * right range, then by id. A hint for people; nothing starts by it.
 */
export function suggestPlaybooks(
  playbooks: readonly Playbook[],
  evidence: Pick<Evidence, 'level' | 'terms'>,
  topicKind: TopicKind,
): readonly Suggestion[] {
  return playbooks
    .map((playbook): Suggestion => {
      const reasons = playbook.triggers
        .filter(({ topicKinds }) => topicKinds.length === 0 || topicKinds.includes(topicKind))
        .map((trigger) => ({ trigger, terms: termsFor(trigger, evidence) }))
        .filter(({ terms }) => terms.length > 0);
      const { from, to } = playbook.wind;
      return { playbook, reasons, inRange: from <= evidence.level && evidence.level <= to };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (one, other) =>
        weight(other) - weight(one) ||
        Number(other.inRange) - Number(one.inRange) ||
        (one.playbook.id < other.playbook.id ? -1 : 1),
    );
}

function termsFor({ words }: Trigger, { terms }: Pick<Evidence, 'terms'>): readonly string[] {
  const patterns = words.map(phrasePattern);
  return terms
    .map(({ term }) => term)
    .filter((term) => patterns.some((pattern) => term.search(pattern) >= 0));
}

function weight({ reasons }: Suggestion): number {
  return new Set(reasons.flatMap(({ terms }) => terms)).size;
}

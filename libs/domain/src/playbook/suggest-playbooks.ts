import type { Evidence } from '../evidence.js';
import type { ProposalReason } from '../incident/incident-event.js';
import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import type { TopicKind } from '../topic.js';
import type { Playbook } from './playbook.js';

/** What a playbook is held against: an alert's evidence, and what people have said. */
export interface Scene {
  readonly level: Level;
  readonly impact: Impact | null;
  readonly topicKinds: readonly TopicKind[];
  readonly terms: Evidence['terms'];
}

export interface Suggested {
  readonly playbook: Playbook;
  readonly score: number;
  readonly reasons: readonly ProposalReason[];
}

const WORD_POINTS = 3;
const KIND_POINTS = 1;
const WIND_POINTS = 1;
const IMPACT_POINTS = 1;

/**
 * Playbooks that fit, the best first, each with its reasons. A playbook that only fits the wind fits everything: it
 * needs a word or a kind of topic that points to it.
 */
export function suggestPlaybooks(playbooks: readonly Playbook[], scene: Scene): Suggested[] {
  return playbooks
    .flatMap((playbook): Suggested[] => {
      const pointing = [...wordsFound(playbook, scene), ...kindsFound(playbook, scene)];
      if (pointing.length === 0) return [];
      const fitting = [...windFits(playbook, scene), ...impactFits(playbook, scene)];
      const all = [...pointing, ...fitting];
      return [
        {
          playbook,
          score: all.reduce((sum, { points }) => sum + points, 0),
          reasons: all.map(({ reason }) => reason),
        },
      ];
    })
    .sort((a, b) => b.score - a.score || a.playbook.id.localeCompare(b.playbook.id));
}

interface Weighed {
  readonly points: number;
  readonly reason: ProposalReason;
}

function wordsFound({ triggers }: Playbook, { terms }: Scene): Weighed[] {
  const found = new Set<string>();
  for (const { words } of triggers) {
    for (const { term } of terms) if (words.some((word) => fits(word, term))) found.add(term);
  }
  return [...found].map((term) => ({
    points: WORD_POINTS,
    reason: { code: 'word', params: { term } },
  }));
}

/** `*` at the end stands for any ending; a pair of words is found in either direction. */
function fits(word: string, term: string): boolean {
  const wanted = word.toLocaleLowerCase('de');
  const heard = term.toLocaleLowerCase('de').replace(/^[#@]/, '');
  if (wanted.endsWith('*')) {
    const stem = wanted.slice(0, -1);
    return heard.split(' ').some((part) => part.startsWith(stem));
  }
  return heard === wanted || heard.split(' ').includes(wanted);
}

function kindsFound({ triggers }: Playbook, { topicKinds }: Scene): Weighed[] {
  const kind = triggers.flatMap((one) => one.topicKinds).find((one) => topicKinds.includes(one));
  return kind === undefined
    ? []
    : [{ points: KIND_POINTS, reason: { code: 'topic-kind', params: { kind } } }];
}

function windFits({ wind }: Playbook, { level }: Scene): Weighed[] {
  if (level < wind.from || level > wind.to) return [];
  return [{ points: WIND_POINTS, reason: { code: 'wind', params: { level } } }];
}

function impactFits({ impact: range }: Playbook, { impact }: Scene): Weighed[] {
  if (impact === null || impact < range.from || impact > range.to) return [];
  return [{ points: IMPACT_POINTS, reason: { code: 'impact', params: { impact } } }];
}

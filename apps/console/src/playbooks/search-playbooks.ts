import type { PlaybookView } from '@sturmwarte/contracts';
import { IMPACTS, type Impact, type Level, type Playbook, type Text } from '@sturmwarte/domain';

export interface PlaybookSearch {
  readonly words?: string | undefined;
  readonly wind?: Level | undefined;
  readonly impact?: Impact | undefined;
}

/** Where the words stand: a step or a template that says all of them. */
export interface FoundIn {
  readonly kind: 'step' | 'template';
  readonly id: string;
  readonly title: Text;
}

export interface FoundPlaybook {
  readonly view: PlaybookView;
  /** Its own first, then those all playbooks share. Empty without words. */
  readonly places: readonly FoundIn[];
}

/**
 * Playbooks that say every word, in either language, and are written for the wind and the impact asked for. Best first:
 * in the title, then in what is their own, then in what all share.
 */
export function searchPlaybooks(
  all: readonly PlaybookView[],
  { words = '', wind, impact }: PlaybookSearch,
): FoundPlaybook[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return all
    .filter(({ playbook }) => inRange(playbook, wind, impact))
    .flatMap((view) => {
      const found = look(view.playbook, wanted);
      return found === null ? [] : [{ view, ...found }];
    })
    .sort((one, other) => other.weight - one.weight || byId(one.view, other.view))
    .map(({ view, places }) => ({ view, places }));
}

function look(
  playbook: Playbook,
  words: readonly string[],
): { readonly weight: number; readonly places: readonly FoundIn[] } | null {
  if (words.length === 0) return { weight: 0, places: [] };
  const says = (text: string): boolean => words.every((word) => text.includes(word));
  const head = both(playbook.title, playbook.summary) + folded(` ${playbook.id}`);
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  const own = steps.filter(({ origin }) => origin === playbook.id);
  const shared = steps.filter(({ origin }) => origin !== playbook.id);
  const inSteps = [...own, ...shared]
    .filter((step) => says(textOf(step)))
    .map(({ id, title }): FoundIn => ({ kind: 'step', id, title }));
  const inTemplates = playbook.templates
    .filter(({ title, body }) => says(both(title, body)))
    .map(({ id, title }): FoundIn => ({ kind: 'template', id, title }));
  const places = [...inSteps, ...inTemplates];
  const everything = [head, ...steps.map(textOf), ...playbook.templates.map(templateText)].join(
    ' ',
  );
  if (!says(everything)) return null;
  if (says(both(playbook.title))) return { weight: 3, places };
  const ownText = [head, ...own.map(textOf)].join(' ');
  return { weight: says(ownText) ? 2 : 1, places };
}

function textOf(step: Playbook['phases'][number]['steps'][number]): string {
  const options = step.kind === 'decision' ? step.options : [];
  return both(
    step.title,
    step.why,
    step.how,
    ...options.flatMap(({ label, reason, consequence }) => [label, reason, consequence]),
  );
}

function templateText({ title, body }: Playbook['templates'][number]): string {
  return both(title, body);
}

function inRange(playbook: Playbook, wind: Level | undefined, impact: Impact | undefined): boolean {
  const rank = (one: Impact): number => IMPACTS.indexOf(one);
  const blows = wind === undefined || (playbook.wind.from <= wind && wind <= playbook.wind.to);
  const { from, to } = playbook.impact;
  return (
    blows && (impact === undefined || (rank(from) <= rank(impact) && rank(impact) <= rank(to)))
  );
}

function both(...texts: readonly Text[]): string {
  return folded(texts.map(({ de, en }) => `${de} ${en}`).join(' '));
}

/** As people type it: without capitals and dots above letters. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

function byId(one: PlaybookView, other: PlaybookView): number {
  return one.ref.id < other.ref.id ? -1 : 1;
}

import type { Level } from '../level.js';
import type { PlaybookStep } from './playbook-step.js';

/** How soon a step comes back at this level; null: it does not. */
export function repeatMinutes(step: Pick<PlaybookStep, 'repeat'>, level: Level): number | null {
  return step.repeat.filter(({ levelFrom }) => level >= levelFrom).at(-1)?.minutes ?? null;
}

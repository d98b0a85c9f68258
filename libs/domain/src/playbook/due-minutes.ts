import type { PlaybookStep } from './playbook-step.js';

/**
 * Minutes from T0 if every step before it is done just in time; null where steps wait for each other
 * in a circle or for one that is not there (the lint refuses both).
 */
export function dueMinutes(
  step: Pick<PlaybookStep, 'id' | 'due'>,
  byId: ReadonlyMap<string, Pick<PlaybookStep, 'id' | 'due'>>,
): number | null {
  let minutes = 0;
  const seen = new Set<string>();
  let current: Pick<PlaybookStep, 'id' | 'due'> | undefined = step;
  while (current !== undefined && !seen.has(current.id)) {
    seen.add(current.id);
    minutes += current.due.minutes;
    if (current.due.after === null) return minutes;
    current = byId.get(current.due.after);
  }
  return null;
}

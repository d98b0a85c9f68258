import type { Playbook } from '../playbook/playbook.js';
import type { Suggestion } from '../playbook/suggest-playbooks.js';
import { levelInForce, type Incident } from './incident.js';

/**
 * Playbooks that may start by themselves now: the level in force has reached theirs, and they have never run in this
 * incident. One that somebody stopped stays stopped. Whether their triggers fit, `suggestPlaybooks` says.
 */
export function autoStartable(incident: Incident, playbooks: readonly Playbook[]): Playbook[] {
  if (incident.state !== 'open') return [];
  const level = levelInForce(incident);
  return playbooks.filter(
    ({ id, autoStart }) =>
      autoStart !== null &&
      level >= autoStart &&
      !incident.runs.some(({ playbook }) => playbook.id === id),
  );
}

/** The best of the suggestions that may start by itself. */
export function nextAutoStart(
  incident: Incident,
  suggestions: readonly Suggestion[],
): Suggestion | null {
  const ready = autoStartable(
    incident,
    suggestions.map(({ playbook }) => playbook),
  );
  return suggestions.find(({ playbook }) => ready.includes(playbook)) ?? null;
}

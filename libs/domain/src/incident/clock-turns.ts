import { nextTurn, turnToTake } from '../clocks/next-turn.js';
import type { Playbook } from '../playbook/playbook.js';
import { clocksOf } from './clocks-of.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/**
 * The turns of its clocks that have come and are not on record yet. Asked twice, or after a restart, the second answer
 * is empty: each turn is told once.
 */
export function turnClocks(
  incident: Incident,
  playbooks: ReadonlyMap<string, Playbook>,
  at: string,
): readonly IncidentEvent[] {
  if (incident.state === 'merged') return [];
  return clocksOf(incident, playbooks).flatMap((clock): IncidentEvent[] => {
    const known = incident.turns[clock.key];
    const taken =
      known === undefined ? null : { volume: known.volume, planMs: Date.parse(known.plan) };
    const turn = turnToTake(clock, taken, Date.parse(at));
    if (turn === null) return [];
    const plan = new Date(turn.planMs).toISOString();
    return [{ type: 'clock-turned', clock: clock.key, volume: turn.volume, plan }];
  });
}

/** When the next clock of an incident turns by itself, ISO; null when none does. One timer for it is enough. */
export function nextTurnOf(
  incident: Incident,
  playbooks: ReadonlyMap<string, Playbook>,
  at: string,
): string | null {
  if (incident.state === 'merged') return null;
  const next = clocksOf(incident, playbooks)
    .map((clock) => nextTurn(clock, Date.parse(at))?.atMs ?? Infinity)
    .reduce((earliest, ms) => Math.min(earliest, ms), Infinity);
  return next === Infinity ? null : new Date(next).toISOString();
}

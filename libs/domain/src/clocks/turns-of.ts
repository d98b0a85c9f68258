import { MINUTE_MS } from '../clock.js';
import type { IncidentClock } from './incident-clock.js';

/** How loud a clock may grow, in this order. */
export const CLOCK_VOLUMES = ['amber', 'red', 'overdue'] as const;
export type ClockVolume = (typeof CLOCK_VOLUMES)[number];

/** An instant at which a clock grows louder by itself. */
export interface TurnAt {
  readonly volume: ClockVolume;
  readonly atMs: number;
  /** The end of the clock's plan: a turn of another plan is another turn, also at the same volume. */
  readonly planMs: number;
}

/** A clock nobody assesses: everything listed should be within half an hour, and after an hour it is a failure. */
const ASSESS_AMBER_MINUTES = 30;
const ASSESS_RED_MINUTES = 60;

/** All turns of a clock as it stands, in time, each louder than the one before; none once it is settled. */
export function turnsOf(clock: IncidentClock): readonly TurnAt[] {
  const planned = planOf(clock);
  const planMs = Math.max(...planned.map(([, atMs]) => atMs));
  // A turn that a louder one precedes is never seen.
  return planned
    .filter(([, atMs], index) => planned.slice(index + 1).every(([, later]) => later > atMs))
    .map(([volume, atMs]) => ({ volume, atMs, planMs }));
}

function planOf({ standing, listedMs }: IncidentClock): [ClockVolume, number][] {
  switch (standing.kind) {
    case 'not-assessed':
      return [
        ['amber', listedMs + ASSESS_AMBER_MINUTES * MINUTE_MS],
        ['red', listedMs + ASSESS_RED_MINUTES * MINUTE_MS],
      ];
    case 'running': {
      const { amberMs, redMs, dueMs } = standing.marks;
      const all: [ClockVolume, number | null][] = [
        ['amber', amberMs],
        ['red', redMs],
        ['overdue', dueMs],
      ];
      return all.filter((one): one is [ClockVolume, number] => one[1] !== null);
    }
    case 'not-applicable':
    case 'fulfilled':
      return [];
  }
}

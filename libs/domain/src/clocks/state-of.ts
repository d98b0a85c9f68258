import type { ClockMarks, ClockStanding, IncidentClock } from './incident-clock.js';
import { turnReached } from './next-turn.js';

type Said<K extends ClockStanding['kind']> = Extract<ClockStanding, { readonly kind: K }>;

/** What a clock is at a moment: what people said of it, and what the time has made of that. */
export type ClockState =
  | Said<'not-assessed'>
  | Said<'not-applicable'>
  | Said<'running'>
  | (Said<'fulfilled'> & { readonly late: boolean })
  | { readonly kind: 'overdue'; readonly anchorMs: number; readonly marks: ClockMarks };
export type ClockStateKind = ClockState['kind'];

export function stateOf(clock: IncidentClock, nowMs: number): ClockState {
  const { standing } = clock;
  switch (standing.kind) {
    case 'not-assessed':
    case 'not-applicable':
      return standing;
    case 'running':
      return turnReached(clock, nowMs)?.volume === 'overdue'
        ? { ...standing, kind: 'overdue' }
        : standing;
    case 'fulfilled': {
      const { dueMs } = standing.marks;
      return { ...standing, late: dueMs !== null && standing.atMs > dueMs };
    }
  }
}

/** What people can do with a clock: the button and the server ask the same table. */
export const CLOCK_MOVES = ['start', 'set-aside', 'fulfil', 'reassess'] as const;
export type ClockMove = (typeof CLOCK_MOVES)[number];

const MOVES: Readonly<Record<ClockStateKind, readonly ClockMove[]>> = {
  'not-assessed': ['start', 'set-aside'],
  running: ['start', 'set-aside', 'fulfil', 'reassess'], // started anew: the anchor is corrected
  overdue: ['start', 'set-aside', 'fulfil', 'reassess'],
  'not-applicable': ['start', 'reassess'],
  fulfilled: ['reassess'],
};

export function movesFrom(state: ClockStateKind): readonly ClockMove[] {
  return MOVES[state];
}

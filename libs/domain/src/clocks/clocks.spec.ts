import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTENTIONS, attentionOf } from './attention-of.js';
import { approvalMarks, countUpMarks, deadlineMarks } from './clock-marks.js';
import { clockRight } from './clock-right.js';
import { firstResponseClocks } from './first-response-clocks.js';
import type { ClockMarks, ClockStanding, IncidentClock } from './incident-clock.js';
import { nextTurn, turnReached, turnToTake } from './next-turn.js';
import { movesFrom, stateOf } from './state-of.js';
import { CLOCK_VOLUMES, turnsOf, type TurnAt } from './turns-of.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const t0 = Date.parse('2026-11-22T14:00:00Z');
const dana = { id: 1, name: 'Dana' };
const erik = { id: 2, name: 'Erik' };

function aClock(standing: ClockStanding = { kind: 'not-assessed' }): IncidentClock {
  return { key: 'legal:DSGVO-33:report', kind: 'legal', listedMs: t0, standing };
}
const running = (marks: ClockMarks, anchorMs = t0) => aClock({ kind: 'running', anchorMs, marks });
const threeDays = running(deadlineMarks(t0, t0 + 72 * HOUR));

describe('a clock that nobody has assessed', () => {
  const clock = aClock();

  it('is as loud as one that runs', () => {
    expect(attentionOf(clock, t0)).toBe(attentionOf(threeDays, t0));
    expect(attentionOf(clock, t0)).not.toBe('quiet');
  });

  it('grows louder than that after an hour', () => {
    expect(attentionOf(clock, t0 + 30 * MINUTE)).toBe('amber');
    expect(attentionOf(clock, t0 + HOUR - 1)).toBe('amber');
    expect(attentionOf(clock, t0 + HOUR)).toBe('red');
    expect(stateOf(clock, t0 + 30 * HOUR).kind).toBe('not-assessed');
  });
});

describe('a legal deadline', () => {
  it('is amber at half time, red in the last sixth, then overdue', () => {
    expect(stateOf(threeDays, t0 + 36 * HOUR - 1).kind).toBe('running');
    expect(attentionOf(threeDays, t0 + 36 * HOUR - 1)).toBe('open');
    expect(attentionOf(threeDays, t0 + 36 * HOUR)).toBe('amber');
    expect(attentionOf(threeDays, t0 + 60 * HOUR)).toBe('red');
    expect(stateOf(threeDays, t0 + 72 * HOUR - 1).kind).toBe('running');
    expect(stateOf(threeDays, t0 + 72 * HOUR).kind).toBe('overdue');
    expect(attentionOf(threeDays, t0 + 72 * HOUR)).toBe('red');
  });

  it('warns by its strictest reading', () => {
    const { amberMs, redMs, dueMs } = deadlineMarks(t0, t0 + 96 * HOUR, t0 + 24 * HOUR);
    expect([amberMs, redMs, dueMs]).toEqual([t0 + 12 * HOUR, t0 + 20 * HOUR, t0 + 96 * HOUR]);
  });

  it('fulfilled says whether it was in time, whenever one looks', () => {
    const marks = deadlineMarks(t0, t0 + HOUR);
    const done = (atMs: number) =>
      aClock({ kind: 'fulfilled', anchorMs: t0, marks, atMs, proof: 'Az. 12/26' });
    expect(stateOf(done(t0 + HOUR), t0 + 9 * HOUR)).toMatchObject({ late: false });
    expect(stateOf(done(t0 + HOUR + 1), t0 + 9 * HOUR)).toMatchObject({
      kind: 'fulfilled',
      late: true,
      proof: 'Az. 12/26',
    });
    expect(attentionOf(done(t0), t0 + 9 * HOUR)).toBe('quiet');
    expect(nextTurn(done(t0), t0)).toBeNull();
  });

  it('set for last week is overdue at once, and says so once', () => {
    const late = running(deadlineMarks(t0 - 200 * HOUR, t0 - 128 * HOUR), t0 - 200 * HOUR);
    expect(nextTurn(late, t0)).toBeNull();
    const turn = turnToTake(late, null, t0);
    expect(turn?.volume).toBe('overdue');
    expect(turnToTake(late, turn, t0 + HOUR)).toBeNull();
  });
});

describe('a duty without a fixed time', () => {
  const clock = running(countUpMarks(t0, 60, 240));

  it('counts up, amber after an hour, red after four, and is never overdue', () => {
    expect(attentionOf(clock, t0 + 59 * MINUTE)).toBe('open');
    expect(attentionOf(clock, t0 + HOUR)).toBe('amber');
    expect(attentionOf(clock, t0 + 4 * HOUR)).toBe('red');
    expect(stateOf(clock, t0 + 400 * HOUR).kind).toBe('running');
    expect(nextTurn(clock, t0 + 4 * HOUR)).toBeNull();
  });
});

describe('an approval box', () => {
  it('is amber when the deputy is asked', () => {
    const clock = running(approvalMarks(t0, 15, 8));
    expect(nextTurn(clock, t0)).toMatchObject({ volume: 'amber', atMs: t0 + 8 * MINUTE });
    expect(stateOf(clock, t0 + 15 * MINUTE).kind).toBe('overdue');
  });

  it('whose deputy is asked at the end knows no amber', () => {
    expect(turnsOf(running(approvalMarks(t0, 15, 15))).map(({ volume }) => volume)).toEqual([
      'red',
      'overdue',
    ]);
  });
});

describe('the first response', () => {
  const seen = { alertMs: t0, firstNegativeMs: t0 - 25 * MINUTE, withinMinutes: 60 };

  it('is due from the alert and counted from the first negative mention', () => {
    const [alert, mention] = firstResponseClocks({ ...seen, response: null });
    if (alert === undefined || mention === undefined) throw new Error('two clocks');
    expect(alert.key).not.toBe(mention.key);
    expect(stateOf(alert, t0 + HOUR).kind).toBe('overdue');
    expect(attentionOf(mention, t0 + 35 * MINUTE)).toBe('amber');
    expect(attentionOf(mention, t0 + 215 * MINUTE)).toBe('red');
    expect(stateOf(mention, t0 + 300 * HOUR).kind).toBe('running');
  });

  it('stops both', () => {
    const response = { atMs: t0 + 61 * MINUTE, proof: 'https://example.org/1' };
    const states = firstResponseClocks({ ...seen, response }).map((one) => stateOf(one, t0));
    expect(states).toMatchObject([
      { kind: 'fulfilled', late: true },
      { kind: 'fulfilled', late: false },
    ]);
  });

  it('has one clock where nobody knows the first mention', () => {
    expect(firstResponseClocks({ ...seen, firstNegativeMs: null, response: null })).toHaveLength(1);
  });
});

describe('who may do what', () => {
  it('legal sets, the data protection officer sets the own clock, the lead proposes, others watch', () => {
    const setters = ['legal', 'privacy'] as const;
    expect(clockRight(setters, ['legal'])).toBe('set');
    expect(clockRight(setters, ['privacy', 'lead'])).toBe('set');
    expect(clockRight(setters, ['lead'])).toBe('propose');
    expect(clockRight(setters, ['community'])).toBe('propose');
    expect(clockRight(setters, ['security', 'pr', 'board'])).toBe('none');
    expect(clockRight(setters, [])).toBe('none');
  });

  it('nothing is fulfilled that was never started, and what is settled can only be reassessed or started', () => {
    expect(movesFrom('not-assessed')).not.toContain('fulfil');
    expect(movesFrom('not-applicable')).toEqual(['start', 'reassess']);
    expect(movesFrom('overdue')).toContain('fulfil');
    expect(movesFrom('fulfilled')).toEqual(['reassess']);
  });
});

const ms = fc.integer({ min: 0, max: 200 * HOUR }).map((after) => t0 + after);
const maybe = fc.option(ms, { nil: null });
/** Any marks at all, also out of order: what comes from a journal is not always tidy. */
const standings: fc.Arbitrary<ClockStanding> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<ClockStanding>({ kind: 'not-assessed' }) },
  {
    weight: 1,
    arbitrary: fc.constant<ClockStanding>({
      kind: 'not-applicable',
      reason: 'no personal data',
      saidBy: dana,
      confirmedBy: erik,
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ anchorMs: ms, marks: fc.record({ amberMs: maybe, redMs: maybe, dueMs: maybe }) })
      .map((one): ClockStanding => ({ kind: 'running', ...one })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ anchorMs: ms, atMs: ms }).map((one): ClockStanding => ({
      kind: 'fulfilled',
      marks: deadlineMarks(one.anchorMs, one.anchorMs + HOUR),
      proof: 'receipt',
      ...one,
    })),
  },
);
const clocks = standings.map(aClock);
const shown = (clock: IncidentClock, nowMs: number) =>
  `${stateOf(clock, nowMs).kind}/${attentionOf(clock, nowMs)}`;
const rank = (turn: TurnAt) => CLOCK_VOLUMES.indexOf(turn.volume);

describe('whatever a clock looks like', () => {
  it('nothing visible changes between two turns', () => {
    fc.assert(
      fc.property(clocks, ms, (clock, now) => {
        const next = nextTurn(clock, now);
        const until = next?.atMs ?? now + 1_000 * HOUR;
        expect(until).toBeGreaterThan(now);
        for (const at of [now, now + Math.floor((until - now) / 2), until - 1]) {
          expect(shown(clock, at)).toBe(shown(clock, now));
        }
        if (next !== null) expect(turnReached(clock, until)).toEqual(next);
      }),
      { numRuns: 500 },
    );
  });

  it('a timer set for each next turn fires every turn once, in order, louder each time', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const fired: TurnAt[] = [];
        let taken: TurnAt | null = null;
        let at: number | null = t0 - 1;
        while (at !== null) {
          const turn: TurnAt | null = turnToTake(clock, taken, at);
          if (turn !== null) fired.push(turn);
          taken = turn ?? taken;
          at = nextTurn(clock, at)?.atMs ?? null;
        }
        expect(fired).toEqual(turnsOf(clock));
        expect(fired.map(rank)).toEqual([...new Set(fired.map(rank))].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('a server that wakes at any moments, also twice or backwards, tells no turn twice and ends the same', () => {
    const wakes = fc.array(ms, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(clocks, wakes, (clock, moments) => {
        const fired: TurnAt[] = [];
        let taken: TurnAt | null = null;
        for (const now of moments) {
          const turn: TurnAt | null = turnToTake(clock, taken, now);
          if (turn === null) continue;
          fired.push(turn);
          taken = turn;
        }
        for (const [index, turn] of fired.slice(1).entries()) {
          expect(rank(turn)).toBeGreaterThan(rank(fired[index] ?? turn));
        }
        expect(taken).toEqual(turnReached(clock, Math.max(...moments)));
      }),
      { numRuns: 500 },
    );
  });

  it('a restart from what was written down shows the same at every moment', () => {
    fc.assert(
      fc.property(clocks, ms, ms, (clock, stopped, now) => {
        const before = turnToTake(clock, null, stopped);
        const reborn = JSON.parse(JSON.stringify(clock)) as IncidentClock;
        const recorded = JSON.parse(JSON.stringify(before)) as TurnAt | null;
        expect(shown(reborn, now)).toBe(shown(clock, now));
        expect(nextTurn(reborn, now)).toEqual(nextTurn(clock, now));
        expect(turnToTake(reborn, recorded, now)).toEqual(turnToTake(clock, before, now));
      }),
    );
  });

  it('time alone never makes it quieter', () => {
    fc.assert(
      fc.property(clocks, ms, ms, (clock, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(ATTENTIONS.indexOf(attentionOf(clock, late))).toBeGreaterThanOrEqual(
          ATTENTIONS.indexOf(attentionOf(clock, early)),
        );
      }),
    );
  });

  it('a moved due time is another plan: its turns are told again', () => {
    const moved = running(deadlineMarks(t0, t0 + 80 * HOUR));
    const taken = turnToTake(threeDays, null, t0 + 72 * HOUR);
    expect(taken?.volume).toBe('overdue');
    expect(turnToTake(moved, taken, t0 + 72 * HOUR)?.volume).toBe('red');
  });
});

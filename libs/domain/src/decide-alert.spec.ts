import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Alert, AlertEvent } from './alert.js';
import { decideAlertCommand, decideSighting, type Sighting } from './decide-alert.js';
import { DomainError } from './errors.js';
import { evolveAlert } from './evolve-alert.js';
import { LEVELS, type Level } from './level.js';
import { anEvidence } from './testing/an-evidence.js';

const START = Date.parse('2026-03-05T02:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const seen = (minutes: number, level: Level): Sighting => ({
  at: at(minutes),
  level,
  trend: 'steady',
  evidence: anEvidence({ at: at(minutes), level }),
});
const lang = { id: 7, name: 'Lang' };
const meier = { id: 8, name: 'Meier' };

function play(alert: Alert | null, events: readonly AlertEvent[]): Alert {
  return events.reduce<Alert | null>(evolveAlert, alert) as Alert;
}
function see(alert: Alert | null, sighting: Sighting): Alert | null {
  const decision = decideSighting(alert, sighting);
  return decision.events.length === 0
    ? alert
    : play(decision.alert === 'new' ? null : alert, decision.events);
}
function raised(level: Level = 3): Alert {
  return see(null, seen(0, level)) as Alert;
}
function closed(alert: Alert, minutes: number, kind: 'all-clear' | 'no-event'): Alert {
  return play(
    alert,
    decideAlertCommand(alert, {
      type: 'close',
      at: at(minutes),
      by: meier,
      kind,
      reason: kind === 'no-event' ? 'planned-activity' : null,
      note: null,
    }),
  );
}

describe('what the machine sees', () => {
  it('says nothing of a light breeze', () => {
    expect(decideSighting(null, seen(0, 1)).events).toEqual([]);
  });

  it('raises one alert and follows its level up and down', () => {
    let alert = raised(2);
    alert = see(alert, seen(5, 4)) as Alert;
    alert = see(alert, seen(70, 3)) as Alert;
    expect(alert).toMatchObject({ state: 'open', level: 3, peakLevel: 4, trend: 'easing' });
  });

  it('decides nothing new when a restart shows it the same again', () => {
    const alert = raised();
    expect(decideSighting(alert, seen(0, 3)).events).toEqual([]);
  });

  it('closes by itself what has been calm for two hours and nobody closed', () => {
    let alert = see(raised(), seen(10, 0)) as Alert;
    alert = see(alert, seen(100, 0)) as Alert;
    expect(alert.state).toBe('open');
    alert = see(alert, seen(131, 0)) as Alert;
    expect(alert).toMatchObject({ state: 'closed', closeKind: 'eased' });
  });

  it('does not call anybody for the tail of a storm that people cleared', () => {
    const alert = closed(raised(), 30, 'all-clear');
    expect(decideSighting(alert, seen(31, 3)).events).toEqual([]);
  });

  it('wakes a cleared alert when the storm rises again after it fell', () => {
    let alert = closed(raised(), 30, 'all-clear');
    alert = see(alert, seen(60, 0)) as Alert;
    expect(alert).toMatchObject({ state: 'closed', level: 0 });
    alert = see(alert, seen(120, 3)) as Alert;
    expect(alert).toMatchObject({ state: 'open', level: 3, acknowledgedBy: null });
  });

  it('keeps quiet after "no event" unless it grows beyond what people saw', () => {
    let alert = closed(raised(), 30, 'no-event');
    alert = see(alert, seen(60, 0)) as Alert;
    alert = see(alert, seen(90, 3)) as Alert;
    expect(alert.state).toBe('closed');
    alert = see(alert, seen(95, 4)) as Alert;
    expect(alert).toMatchObject({ state: 'open', level: 4 });
  });

  it('begins a new alert when the old one has been closed for long', () => {
    const alert = closed(raised(), 30, 'all-clear');
    const decision = decideSighting(alert, seen(30 + 6 * 60, 3));
    expect(decision.alert).toBe('new');
  });

  it('never misses a rise to an alarm that a person has not waved off (property)', () => {
    const step = fc.record({
      gap: fc.integer({ min: 1, max: 200 }),
      level: fc.constantFrom(...LEVELS),
      clear: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let alert: Alert | null = null;
        let minute = 0;
        let before: Level = 0;
        for (const { gap, level, clear } of steps) {
          minute += gap;
          alert = see(alert, seen(minute, level));
          if (level >= 3 && level > before) expect(alert).toMatchObject({ state: 'open' });
          if (alert && alert.state !== 'closed') expect(alert.level).toBe(level);
          if (clear && alert && alert.state !== 'closed')
            alert = closed(alert, minute, 'all-clear');
          before = level;
        }
      }),
    );
  });

  it('decides the same sighting only once (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LEVELS), { maxLength: 30 }), (levels) => {
        let alert: Alert | null = null;
        levels.forEach((level, index) => {
          alert = see(alert, seen(index * 10, level));
          expect(decideSighting(alert, seen(index * 10, level)).events).toEqual([]);
        });
      }),
    );
  });
});

describe('what people do', () => {
  const acknowledge = (by: typeof lang, minutes: number) =>
    ({ type: 'acknowledge', at: at(minutes), by, note: null }) as const;

  it('tells the second of two people who was first', () => {
    const alert = play(raised(), decideAlertCommand(raised(), acknowledge(lang, 3)));
    expect(alert).toMatchObject({ state: 'acknowledged', acknowledgedBy: lang });
    const second = () => decideAlertCommand(alert, acknowledge(meier, 4));
    expect(second).toThrow(new DomainError('already-acknowledged'));
    try {
      second();
    } catch (error) {
      expect((error as DomainError).params).toEqual({ by: 'Lang', at: at(3) });
    }
  });

  it('wants a reason for "no event"', () => {
    expect(() =>
      decideAlertCommand(raised(), {
        type: 'close',
        at: at(1),
        by: lang,
        kind: 'no-event',
        reason: null,
        note: null,
      }),
    ).toThrow(new DomainError('reason-missing'));
  });

  it('refuses to acknowledge, close or reopen out of order', () => {
    const done = closed(raised(), 5, 'all-clear');
    expect(() => decideAlertCommand(done, acknowledge(lang, 6))).toThrow('already-closed');
    expect(() => decideAlertCommand(raised(), { type: 'reopen', at: at(6), by: lang })).toThrow(
      'not-closed',
    );
    const again = play(done, decideAlertCommand(done, { type: 'reopen', at: at(6), by: lang }));
    expect(again).toMatchObject({ state: 'open', closedAt: null, level: 3 });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Level } from '../level.js';
import type { Sensitivity } from '../sensitivity.js';
import { alarmsOf } from './alarm.js';
import { judgeAlarms } from './judge-alarms.js';
import type { Verdict } from './judge-alarms.js';
import type { Label } from './label.js';
import { labelOfAlert } from './label-of-alert.js';
import { proposeSensitivity } from './propose-sensitivity.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

const changes = (...steps: [number, Level][]) =>
  steps.map(([minute, level]) => ({ at: minute * MINUTE, level }));
const storm = (from: number, to: number): Label => ({ kind: 'storm', from, to, reason: null });
const nothing = (from: number, to: number): Label => ({
  kind: 'nothing',
  from,
  to,
  reason: 'planned-activity',
});
const alarm = (at: number, until: number | null = at + HOUR) => ({ at, until, peak: 3 as Level });

describe('somebody who reads what the levels would have been', () => {
  it('hears of an alarm from its rise to its fall, with its height', () => {
    expect(alarmsOf(changes([1, 1], [5, 3], [9, 5], [60, 4], [120, 2], [180, 0]))).toEqual([
      { at: 5 * MINUTE, until: 120 * MINUTE, peak: 5 },
    ]);
  });

  it('hears of one alarm, not two, where the alert would still have been open', () => {
    const wavering = changes([5, 3], [65, 2], [70, 4], [190, 2], [250, 1]);
    expect(alarmsOf(wavering)).toEqual([{ at: 5 * MINUTE, until: 190 * MINUTE, peak: 4 }]);
    expect(alarmsOf(changes([5, 3], [65, 2], [125, 1], [200, 3]))).toHaveLength(2);
  });

  it('sees that an alarm still stands', () => {
    expect(alarmsOf(changes([5, 3]))).toEqual([{ at: 5 * MINUTE, until: null, peak: 3 }]);
    expect(alarmsOf(changes([1, 1], [5, 2]))).toEqual([]);
  });
});

describe('somebody who holds alarms against what people said', () => {
  const span = { from: 0, to: 4 * WEEK };

  it('counts storms caught and missed, and how long each alarm took', () => {
    const labels = [storm(10 * HOUR, 20 * HOUR), storm(100 * HOUR, 101 * HOUR)];
    const alarms = [alarm(10 * HOUR + 12 * MINUTE)];
    expect(judgeAlarms(alarms, labels, span)).toMatchObject({
      ...{ storms: 2, caught: 1, leads: [12, null], falseAlarms: 0, unjudged: 0 },
      alarmsPerWeek: 0.25,
    });
  });

  it('takes an alarm shortly before the remembered start as an early one', () => {
    const labels = [storm(10 * HOUR, 20 * HOUR)];
    expect(judgeAlarms([alarm(9 * HOUR)], labels, span).leads).toEqual([-60]);
    expect(judgeAlarms([alarm(2 * HOUR)], labels, span)).toMatchObject({ caught: 0, unjudged: 1 });
    const still = judgeAlarms([alarm(2 * HOUR, null)], labels, span);
    expect(still).toMatchObject({ caught: 1, leads: [-480] });
  });

  it('calls an alarm false only where somebody said so; the rest is not judged', () => {
    const labels = [nothing(10 * HOUR, 12 * HOUR)];
    const verdict = judgeAlarms([alarm(11 * HOUR), alarm(50 * HOUR)], labels, span);
    expect(verdict).toMatchObject({ falseAlarms: 1, unjudged: 1, fates: ['false', 'unjudged'] });
  });

  it('believes the storm where one person said storm and another nothing', () => {
    const labels = [nothing(9 * HOUR, 12 * HOUR), storm(10 * HOUR, 12 * HOUR)];
    expect(judgeAlarms([alarm(10 * HOUR)], labels, span).fates).toEqual(['storm']);
  });

  it('leaves out storms that began outside the time looked at', () => {
    const labels = [storm(-2 * HOUR, HOUR), storm(4 * WEEK + HOUR, 5 * WEEK)];
    expect(judgeAlarms([], labels, span)).toMatchObject({ storms: 0, leads: [] });
  });
});

describe('an alert people have dealt with', () => {
  const at = (ms: number) => new Date(ms).toISOString();
  const closed = { openedAt: at(HOUR), closedAt: at(3 * HOUR), closeReason: null } as const;

  it('was nothing where somebody said so, with the reason', () => {
    const alert = { ...closed, closeKind: 'no-event', closeReason: 'positive' } as const;
    const said = { kind: 'nothing', from: HOUR, to: 3 * HOUR, reason: 'positive' };
    expect(labelOfAlert(alert, null, 9 * HOUR)).toEqual(said);
    expect(labelOfAlert(alert, at(0), 9 * HOUR)).toEqual(said);
  });

  it('was a storm where it ended with an all-clear or became an incident, from its T0 on', () => {
    const cleared = { ...closed, closeKind: 'all-clear' } as const;
    expect(labelOfAlert(cleared, null, 9 * HOUR)).toMatchObject({ kind: 'storm', from: HOUR });
    expect(labelOfAlert(cleared, at(0), 9 * HOUR)).toMatchObject({ kind: 'storm', from: 0 });
    const open = { ...closed, closedAt: null, closeKind: null };
    expect(labelOfAlert(open, at(0), 9 * HOUR)).toMatchObject({ from: 0, to: 9 * HOUR });
  });

  it('says nothing where nobody did', () => {
    expect(labelOfAlert({ ...closed, closeKind: 'eased' }, null, 9 * HOUR)).toBeNull();
    expect(labelOfAlert({ ...closed, closedAt: null, closeKind: null }, null, HOUR)).toBeNull();
  });
});

describe('a proposal', () => {
  const verdict = (given: Partial<Verdict>): Verdict => ({
    ...{ weeks: 5, alarmsPerWeek: 0, storms: 3, caught: 1, leads: [], falseAlarms: 0 },
    ...{ unjudged: 0, fates: [] },
    ...given,
  });
  const verdicts = (
    quiet: Partial<Verdict>,
    standard: Partial<Verdict>,
    sensitive: Partial<Verdict>,
  ) =>
    new Map<Sensitivity, Verdict>([
      ['quiet', verdict(quiet)],
      ['standard', verdict(standard)],
      ['sensitive', verdict(sensitive)],
    ]);

  it('names the choice that would have found missed storms, and what it costs at worst', () => {
    const known = verdicts({ caught: 0 }, {}, { caught: 3, falseAlarms: 1, unjudged: 1 });
    expect(proposeSensitivity('standard', known, 3)).toMatchObject({
      ...{ kind: 'change', to: 'sensitive', why: 'finds' },
      figures: { missedNow: 2, missedThen: 0, falsePerWeekNow: 0, falsePerWeekThen: 0.4 },
    });
  });

  it('is not made where it would cost more than one false alarm a week', () => {
    const known = verdicts({ caught: 0 }, {}, { caught: 3, falseAlarms: 2, unjudged: 4 });
    expect(proposeSensitivity('standard', known, 9)).toMatchObject({ kind: 'keep' });
  });

  it('names the calmer choice that would have spared false alarms and missed no storm more', () => {
    const known = verdicts({ falseAlarms: 1 }, { falseAlarms: 4 }, { falseAlarms: 6 });
    expect(proposeSensitivity('standard', known, 7)).toMatchObject({
      ...{ kind: 'change', to: 'quiet', why: 'spares' },
      figures: { falseNow: 4, falseThen: 1 },
    });
  });

  it('leaves things as they are where calm would cost a storm or spare a single alarm', () => {
    const costly = verdicts({ caught: 0, falseAlarms: 0 }, { falseAlarms: 4 }, { falseAlarms: 6 });
    expect(proposeSensitivity('standard', costly, 7)).toMatchObject({ kind: 'keep' });
    const single = verdicts({ falseAlarms: 0 }, { falseAlarms: 1 }, { falseAlarms: 2 });
    expect(proposeSensitivity('standard', single, 7)).toMatchObject({ kind: 'keep' });
  });

  it('is not made of thin data', () => {
    const good = verdicts({ caught: 0 }, {}, { caught: 3 });
    expect(proposeSensitivity('standard', good, 2)).toEqual({ kind: 'thin', weeks: 5, labels: 2 });
    const short = verdicts({ weeks: 1 }, { weeks: 1 }, { weeks: 1, caught: 3 });
    expect(proposeSensitivity('standard', short, 9)).toMatchObject({ kind: 'thin', weeks: 1 });
  });
});

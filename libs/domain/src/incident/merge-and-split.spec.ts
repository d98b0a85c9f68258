import { describe, expect, it } from '@jest/globals';
import { aContext, anIncident, aPerson, minutesAfter, T0 } from '../testing/index.js';
import { evolveAll } from './evolve-all.js';
import { mergeIncidents } from './merge-incidents.js';
import { splitIncident } from './split-incident.js';

const meier = aPerson(1, 'Meier', 'lead');

describe('merging and splitting', () => {
  const second = { id: 312, number: 312, topicId: 8, topicName: 'Marke' };
  const wide = evolveAll(
    anIncident(),
    [
      {
        type: 'alert-joined',
        alert: second,
        sign: { level: 4, channels: ['news'] },
        how: 'by-hand',
        reasons: [],
      },
    ],
    T0,
  );

  it('moves the alerts of one incident into the other and ends the first', () => {
    const ref = (id: number, number: string) => ({ id, number });
    const from = { ...anIncident(), number: 'L-2026-015' };
    const { from: ended, into } = mergeIncidents(
      { ref: ref(2, 'L-2026-015'), incident: from, head: { seq: 1, hash: 'a'.repeat(64) } },
      {
        ref: ref(1, 'L-2026-014'),
        incident: { ...wide, alerts: wide.alerts.slice(1) },
        head: { seq: 2, hash: 'b'.repeat(64) },
      },
      'derselbe Sturm',
      aContext(meier, wide),
    );
    expect(evolveAll(from, ended, T0)).toMatchObject({ state: 'merged', mergedInto: { id: 1 } });
    expect(into.map(({ type }) => type)).toEqual(['absorbed', 'alert-joined', 'level-followed']);
  });

  it('does not let a promise vanish with the incident that made it', () => {
    const promised = evolveAll(
      anIncident(),
      [{ type: 'update-promised', due: minutesAfter(T0, 90), text: '15:15' }],
      T0,
    );
    expect(() =>
      mergeIncidents(
        {
          ref: { id: 2, number: 'L-2026-015' },
          incident: { ...promised, number: 'L-2026-015' },
          head: { seq: 2, hash: '' },
        },
        { ref: { id: 1, number: 'L-2026-014' }, incident: wide, head: { seq: 2, hash: '' } },
        'derselbe Sturm',
        aContext(meier, wide),
      ),
    ).toThrow(expect.objectContaining({ code: 'conflict', params: { what: 'open-duties' } }));
  });

  it('splits an alert off into an incident of its own', () => {
    const { from, to } = splitIncident(
      wide,
      {
        from: { id: 1, number: 'L-2026-014' },
        to: { id: 3, number: 'L-2026-016' },
        title: 'Marke',
        alerts: [312],
        reason: 'anderes Thema',
      },
      aContext(meier, wide),
    );
    expect(evolveAll(wide, from, T0)).toMatchObject({
      level: { automatic: 3 },
      links: [{ id: 3 }],
    });
    expect(to[0]).toMatchObject({ type: 'opened', level: 4, t0: T0 });
  });
});

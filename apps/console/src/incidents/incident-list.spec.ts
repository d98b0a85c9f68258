import { describe, expect, it } from '@jest/globals';
import { clocksOf, type Incident } from '@sturmwarte/domain';
import { anIncident, minutesAfter, T0 } from '@sturmwarte/domain/testing';
import { incidentOf } from './incident-of.js';
import { nextClock } from './next-clock.js';
import { openFirst } from './open-first.js';

const NOBODY: ReadonlyMap<string, never> = new Map<string, never>();

describe('the list of incidents', () => {
  const open = anIncident();
  const strong: Incident = { ...open, level: { ...open.level, automatic: 5 } };
  const over: Incident = { ...strong, state: 'all-clear' };
  const view = (id: number, incident: Incident) => ({ id, incident });

  it('begins with what is open, the strongest wind first', () => {
    const views = [view(1, over), view(2, open), view(3, strong)];
    expect(openFirst(views).map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it('leads from an alert to the open incident it joined, not to one it only might belong to', () => {
    const merged: Incident = { ...open, state: 'merged' };
    const proposed: Incident = {
      ...open,
      alerts: open.alerts.map((one) => ({ ...one, standing: 'proposed' as const })),
    };
    expect(incidentOf([view(1, merged), view(2, proposed)], 311)).toBeNull();
    expect(incidentOf([view(1, over), view(2, open)], 311)?.id).toBe(2);
    expect(incidentOf([view(1, over)], 311)?.id).toBe(1);
  });
});

describe('the clock to look at first', () => {
  it('is the loudest: a duty nobody assessed goes before a deadline far away', () => {
    const incident = anIncident({ type: 'legal-clock-listed', clock: 'DSGVO-33', run: null });
    const at = Date.parse(minutesAfter(T0, 29));
    const quiet = nextClock(clocksOf(incident, NOBODY), at);
    expect(quiet?.clock.kind).toBe('first-response');
    const late = nextClock(
      clocksOf(incident, NOBODY).filter(({ kind }) => kind === 'legal'),
      Date.parse(minutesAfter(T0, 90)),
    );
    expect(late).toMatchObject({ attention: 'red', dueMs: null });
  });

  it('is none when everything is settled', () => {
    expect(nextClock([], Date.parse(T0))).toBeNull();
  });
});

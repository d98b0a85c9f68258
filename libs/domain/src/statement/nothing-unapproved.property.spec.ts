import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { evolveIncident } from '../incident/evolve-incident.js';
import type { Incident } from '../incident/incident.js';
import { releaseFault } from '../testing/index.js';

import { moves, number, play } from '../testing/random-storm.js';
import { TRUTH } from '../testing/storm-cast.js';
/** A million on demand: `npm run property -- --runs 1000000`. */
const RUNS = Number(process.env['STURMWARTE_PROPERTY_RUNS'] ?? 10_000);

// Thousands of refusals a second: where each came from is not asked.
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
// Half a minute for ten thousand on a quiet machine, more on a busy one.
jest.setTimeout(300_000 + RUNS * 20);

describe(`in ${RUNS} random storms`, () => {
  it('nothing is handed over that the required people have not approved, word for word', () => {
    let out = 0;
    const ways = new Set<string>();
    fc.assert(
      fc.property(moves, number, (list, chain) => {
        const { entries, agreedAt } = play(list, chain);
        for (const [index, { seq, event }] of entries.entries()) {
          if (event.type !== 'publication-sending' && event.type !== 'published-by-hand') continue;
          out++;
          const fault = releaseFault(
            entries.slice(0, index),
            event,
            agreedAt.get(seq) ?? false,
            TRUTH,
          );
          if (fault.how !== null) ways.add(fault.how);
          expect(fault.missing).toBeNull();
        }
      }),
      { numRuns: RUNS },
    );
    // Enough left the house, in every way there is, for the sentence above to mean something.
    expect(out).toBeGreaterThan(RUNS / 20);
    expect([...ways].sort()).toEqual(['agreed', 'approved', 'emergency']);
  });

  it('nothing is handed over twice, after a stop, or after its text has changed', () => {
    fc.assert(
      fc.property(moves, number, (list, chain) => {
        const { entries } = play(list, chain);
        const sent = new Set<number>();
        let stopped = false;
        for (const { event } of entries) {
          if (event.type === 'posting-stopped') stopped = true;
          if (event.type === 'posting-resumed') stopped = false;
          if (event.type === 'published-by-hand') expect(stopped).toBe(false);
          if (event.type !== 'publication-sending') continue;
          expect(stopped).toBe(false);
          expect(sent.has(event.publication)).toBe(false);
          sent.add(event.publication);
        }
      }),
      { numRuns: Math.max(500, Math.floor(RUNS / 10)) },
    );
  });

  it('folds to the same words from any point, and after a trip through JSON', () => {
    fc.assert(
      fc.property(moves, number, fc.nat(), (list, chain, cut) => {
        const { entries } = play(list, chain);
        const whole = entries.reduce<Incident | null>(evolveIncident, null);
        const middle = 1 + (cut % entries.length);
        const early = entries.slice(0, middle).reduce<Incident | null>(evolveIncident, null);
        const stored = JSON.parse(JSON.stringify(early)) as Incident;
        const late = entries.slice(middle).reduce<Incident>(evolveIncident, stored);
        expect(late).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
      { numRuns: Math.max(300, Math.floor(RUNS / 50)) },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { PEOPLE } from '../testing/any-command.js';
import { aContext, minutesAfter } from '../testing/index.js';
import { moves, play } from '../testing/played-incident.js';
import type { Actor } from './actor.js';
import { decideIncident } from './decide-incident.js';
import { evolveIncident } from './evolve-incident.js';
import type { Incident } from './incident.js';
import type { IncidentCommand } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';
import type { JournalEntry } from './journal-entry.js';
import { verifyChain } from './verify-chain.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('whatever people try in an incident', () => {
  it('folds to the same state from the beginning, from any point, and after a trip through JSON', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (list, cut) => {
        const { incident, entries } = play(list, sha256);
        const middle = 1 + (cut % entries.length);
        const early = entries.slice(0, middle).reduce<Incident | null>(evolveIncident, null);
        const stored = JSON.parse(JSON.stringify(early)) as Incident;
        const late = entries.slice(middle).reduce<Incident>(evolveIncident, stored);
        expect(late).toEqual(JSON.parse(JSON.stringify(incident)));
        expect(incident.version).toBe(entries.length);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the rules of two: no waiver, hand-over or request settled by the wrong person', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const { entries } = play(list, sha256);
        entries.forEach(({ event, by }, index) => {
          const before = entries.slice(0, index).reduce<Incident | null>(evolveIncident, null);
          if (event.type === 'legal-clock-waived') expect(event.proposedBy.id).not.toBe(by?.id);
          if (event.type === 'hand-over-signed') {
            const offered = before?.handOvers.find(({ id }) => id === event.handOver);
            expect(offered).toMatchObject({ state: 'offered', to: { id: by?.id } });
          }
          if (event.type === 'executive-decided') {
            const asked = before?.requests.find(({ id }) => id === event.request);
            expect(asked?.decision).toBeNull();
            expect([asked?.to.id, asked?.deputy?.id]).toContain(by?.id);
          }
          if (event.type === 'step-skipped') expect(event.reason.trim()).not.toBe('');
          if (event.type === 'all-clear-given' && event.unmet.length > 0) {
            expect(event.reason?.trim()).toBeTruthy();
          }
          if (by !== null && index > 0) expect([8, 9]).not.toContain(by.id);
          if (before?.state === 'all-clear') {
            expect([
              'reopened',
              'alert-moved',
              'legal-clock-fulfilled',
              'update-kept',
              'step-done',
            ]).toContain(event.type);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('never overwrites what somebody has not seen', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const { incident } = play(list, sha256);
        const set: IncidentCommand = {
          type: 'set-impact',
          impact: incident.impact?.impact === 'C' ? 'A' : 'C',
          reason: 'neu',
        };
        if (incident.impact === null || incident.state !== 'open') return;
        const other = PEOPLE.find(({ id }) => id <= 2 && id !== incident.impact?.by?.id) as Actor;
        const stale = aContext(other, incident, { seen: incident.impact.seq - 1 });
        expect(() => decideIncident(incident, set, stale)).toThrow(
          expect.objectContaining({ code: 'changed-meanwhile' }),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the chain', () => {
  const damage = fc.constantFrom('flip', 'remove', 'swap', 'cut', 'forge-time', 'forge-name');

  it('shows where it was tampered with, whatever was done to it', () => {
    fc.assert(
      fc.property(moves, damage, fc.nat(), (list, how, where) => {
        const { entries } = play(list, sha256);
        const last = entries.at(-1) as JournalEntry;
        const head = { seq: last.seq, hash: last.hash };
        expect(verifyChain('1', entries, sha256, head)).toEqual([]);
        expect(verifyChain('2', entries, sha256, head)).not.toEqual([]);
        const at = where % entries.length;
        const damaged = tamper(entries, how, at);
        if (damaged === null) return;
        const faults = verifyChain('1', damaged, sha256, head);
        expect(faults).not.toEqual([]);
        const [first] = faults;
        if (first?.kind === 'altered') expect(first.seq).toBe(entries[at]?.seq);
        if (first?.kind === 'misplaced') expect(first.expected).toBe(at + 1);
      }),
      { numRuns: 300 },
    );
  });
});

function tamper(entries: readonly JournalEntry[], how: string, at: number): JournalEntry[] | null {
  const copy = [...entries];
  const entry = copy[at] as JournalEntry;
  const next = copy[at + 1];
  switch (how) {
    case 'flip':
      copy[at] = { ...entry, event: { ...entry.event, flipped: 1 } as unknown as IncidentEvent };
      return copy;
    case 'forge-time':
      copy[at] = { ...entry, at: minutesAfter(entry.at, 1) };
      return copy;
    case 'forge-name':
      copy[at] = { ...entry, by: { id: 1, name: 'Niemand' } };
      return copy;
    case 'remove':
      copy.splice(at, 1);
      return copy;
    case 'swap':
      if (next === undefined) return null;
      copy[at] = next;
      copy[at + 1] = entry;
      return copy;
    default:
      return at === 0 ? null : copy.slice(0, at);
  }
}

import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../errors.js';
import { aContext, anOpening, aPerson, DEMO_PLAYBOOK, minutesAfter, T0 } from '../testing/index.js';
import type { Actor } from './actor.js';
import { decideIncident } from './decide-incident.js';
import { evolveIncident } from './evolve-incident.js';
import { followAlert } from './follow-alert.js';
import type { Incident } from './incident.js';
import type { IncidentCommand } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';
import { CHAIN_START, textToHash, type JournalEntry } from './journal-entry.js';
import { verifyChain } from './verify-chain.js';

const PEOPLE = [
  aPerson(1, 'Meier', 'lead'),
  aPerson(2, 'Lang', 'pr', 'lead'),
  aPerson(3, 'Öztürk', 'community'),
  aPerson(4, 'Voss', 'legal'),
  aPerson(5, 'Weber', 'legal', 'privacy'),
  aPerson(6, 'Brandt', 'board'),
  aPerson(7, 'Klein', 'board', 'quality'),
  aPerson(8, 'Gast', 'observer'),
  aPerson(9, 'Admin', 'admin'),
];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const small = fc.integer({ min: 1, max: 12 });
const person = fc.constantFrom(...PEOPLE);
const text = fc.constantFrom('', ' ', 'weil', 'Grund');
const step = fc.constantFrom(
  'acknowledge',
  'secure-evidence',
  'stop-sale',
  'tell-dealers',
  'assess-gdpr',
  'briefing',
  'staff-council',
);
const level = fc.constantFrom(0, 1, 2, 3, 4, 5, 6);
const role = fc.constantFrom('lead', 'pr', 'legal', 'board');
const due = fc.integer({ min: -30, max: 600 }).map((minutes) => minutesAfter(T0, minutes));
const form = fc.constant({ situation: 's', openDecisions: 'o', clocks: 'c', nextUpdate: 'n' });
const type = <T extends IncidentCommand['type']>(name: T) => fc.constant(name);

/** Anything anybody may try, sense or nonsense. */
const anyCommand: fc.Arbitrary<IncidentCommand> = fc.oneof(
  fc.record({
    type: type('start-playbook'),
    playbook: fc.constant(DEMO_PLAYBOOK),
    reasons: fc.constant([]),
  }),
  fc.record({ type: type('stop-playbook'), run: small, reason: text }),
  fc.record({ type: type('add-steps'), run: small, steps: fc.array(step, { maxLength: 2 }) }),
  fc.record({
    type: type('finish-step'),
    run: small,
    step,
    inputs: fc.constantFrom({}, { link: 'https://example.org' }),
    note: fc.constant(null),
  }),
  fc.record({ type: type('skip-step'), run: small, step, reason: text }),
  fc.record({ type: type('reopen-step'), run: small, step, reason: text }),
  fc.record({ type: type('assign-step'), run: small, step, person: fc.option(person) }),
  fc.record({
    type: type('decide-step'),
    run: small,
    step,
    option: fc.constantFrom('stop', 'wait', 'nothing'),
    reason: text,
  }),
  fc.record({ type: type('override-level'), level, reason: text }) as fc.Arbitrary<IncidentCommand>,
  fc.record({ type: type('lift-override'), reason: text }),
  fc.record({
    type: type('set-impact'),
    impact: fc.constantFrom('A', 'B', 'C'),
    reason: text,
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({
    type: type('assign-role'),
    role,
    person,
    deputy: fc.option(person),
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({ type: type('vacate-role'), role, reason: text }) as fc.Arbitrary<IncidentCommand>,
  fc.record({
    type: type('offer-hand-over'),
    role,
    to: person,
    form,
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({ type: type('sign-hand-over'), handOver: small }),
  fc.record({ type: type('end-hand-over'), handOver: small, reason: text }),
  fc.record({
    type: type('start-clock'),
    clock: type('DSGVO-33' as never),
    anchors: due.map((knowledge) => ({ knowledge })),
    stages: fc.constant([
      {
        stage: 'report',
        due: minutesAfter(T0, 4_320),
        conservativeDue: null,
        amber: null,
        red: null,
      },
    ]),
    reason: text,
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({ type: type('waive-clock'), clock: fc.constant('DSGVO-33' as const), reason: text }),
  fc.record({
    type: type('reassess-clock'),
    clock: fc.constant('DSGVO-33' as const),
    reason: text,
  }),
  fc.record({
    type: type('fulfil-clock'),
    clock: fc.constant('DSGVO-33' as const),
    stage: fc.constant('report'),
    proof: text,
    stages: fc.constant([]),
  }),
  fc.record({ type: type('promise-update'), due, text: fc.constant('15:15') }),
  fc.record({ type: type('keep-update'), promise: small, proof: text, stages: fc.constant([]) }),
  fc.record({
    type: type('ask-executive'),
    to: person,
    deputy: fc.option(person),
    question: fc.constant('?'),
    options: fc.constant([
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ]),
    recommended: fc.constantFrom('a', null),
    due,
  }),
  fc.record({
    type: type('decide-request'),
    request: small,
    option: fc.constantFrom('a', 'b', 'c'),
    reason: fc.option(text),
  }),
  fc.record({ type: type('pass-request-on'), request: small }),
  fc.record({
    type: type('give-all-clear'),
    note: fc.constant(''),
    confirmed: fc.constant([]),
    reason: fc.option(text),
  }),
  fc.record({ type: type('reopen'), reason: text }),
  fc.record({
    type: type('record-claim'),
    text: fc.constant('Charge 7'),
    standing: fc.constantFrom('fact', 'assumption', 'open', 'refuted'),
    source: fc.option(text),
  }) as fc.Arbitrary<IncidentCommand>,
);

type Move =
  | {
      readonly kind: 'person';
      readonly actor: Actor;
      readonly command: IncidentCommand;
      readonly behind: number;
    }
  | { readonly kind: 'machine'; readonly level: number };
const moves = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('person' as const),
        actor: person,
        command: anyCommand,
        behind: fc.integer({ min: 0, max: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('machine' as const), level }) },
  ),
  { maxLength: 60 },
) as fc.Arbitrary<Move[]>;

interface Played {
  readonly incident: Incident;
  readonly entries: readonly JournalEntry[];
}

/** Plays moves one after the other, refusals included; every accepted event is chained. */
function play(list: readonly Move[]): Played {
  const entries: JournalEntry[] = [];
  let incident: Incident | null = null;
  const append = (event: IncidentEvent, at: string, by: Actor | null): void => {
    const previous = entries.at(-1)?.hash ?? CHAIN_START;
    const ref = by === null ? null : { id: by.id, name: by.name };
    const entry = { seq: entries.length + 1, at, by: ref, event };
    entries.push({ ...entry, previous, hash: sha256(textToHash('1', entry, previous)) });
    incident = evolveIncident(incident, entry);
  };
  append(anOpening(), T0, PEOPLE[0] as Actor);
  for (const move of list) {
    const now = incident as unknown as Incident;
    for (const event of decided(now, move)) {
      append(event, minutesAfter(T0, now.version), move.kind === 'person' ? move.actor : null);
    }
  }
  return { incident: incident as unknown as Incident, entries };
}

function decided(incident: Incident, move: Move): readonly IncidentEvent[] {
  try {
    if (move.kind === 'machine') {
      const context = aContext(PEOPLE[0] as Actor, incident);
      return followAlert(
        incident,
        311,
        { level: move.level as 0, channels: ['x'] },
        false,
        context,
      );
    }
    const seen = Math.max(1, incident.version - move.behind);
    return decideIncident(incident, move.command, aContext(move.actor, incident, { seen }));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

describe('whatever people try in an incident', () => {
  it('folds to the same state from the beginning, from any point, and after a trip through JSON', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (list, cut) => {
        const { incident, entries } = play(list);
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
        const { entries } = play(list);
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
        const { incident } = play(list);
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
        const { entries } = play(list);
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

import fc from 'fast-check';
import type { IncidentCommand } from '../incident/incident-command.js';
import { DEMO_PLAYBOOK } from './a-demo-playbook.js';
import { aPerson, minutesAfter, T0 } from './an-incident.js';

/** Who may be in an incident, and two who may not do anything there: Gast and Admin. */
export const PEOPLE = [
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

const small = fc.integer({ min: 1, max: 12 });
export const anyPerson = fc.constantFrom(...PEOPLE);
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
export const anyLevel = fc.constantFrom(0, 1, 2, 3, 4, 5, 6);
const role = fc.constantFrom('lead', 'pr', 'legal', 'board');
const due = fc.integer({ min: -30, max: 600 }).map((minutes) => minutesAfter(T0, minutes));
const form = fc.constant({ situation: 's', openDecisions: 'o', clocks: 'c', nextUpdate: 'n' });
const type = <T extends IncidentCommand['type']>(name: T) => fc.constant(name);

/** Anything anybody may try, sense or nonsense. */
export const anyCommand: fc.Arbitrary<IncidentCommand> = fc.oneof(
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
  fc.record({ type: type('assign-step'), run: small, step, person: fc.option(anyPerson) }),
  fc.record({
    type: type('decide-step'),
    run: small,
    step,
    option: fc.constantFrom('stop', 'wait', 'nothing'),
    reason: text,
  }),
  fc.record({
    type: type('override-level'),
    level: anyLevel,
    reason: text,
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({ type: type('lift-override'), reason: text }),
  fc.record({
    type: type('set-impact'),
    impact: fc.constantFrom('A', 'B', 'C'),
    reason: text,
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({
    type: type('assign-role'),
    role,
    person: anyPerson,
    deputy: fc.option(anyPerson),
  }) as fc.Arbitrary<IncidentCommand>,
  fc.record({ type: type('vacate-role'), role, reason: text }) as fc.Arbitrary<IncidentCommand>,
  fc.record({
    type: type('offer-hand-over'),
    role,
    to: anyPerson,
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
    to: anyPerson,
    deputy: fc.option(anyPerson),
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

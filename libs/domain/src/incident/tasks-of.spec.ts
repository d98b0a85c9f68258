import { describe, expect, it } from '@jest/globals';
import { anIncident, aPerson, minutesAfter, T0 } from '../testing/an-incident.js';
import { aDemoPlaybook, DEMO_PLAYBOOK } from '../testing/a-demo-playbook.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';
import { tasksOf, type TaskContext } from './tasks-of.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'community');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');
const kern = aPerson(5, 'Kern', 'legal');
const brandt = aPerson(6, 'Brandt', 'board');

const started: IncidentEvent = {
  type: 'playbook-started',
  playbook: DEMO_PLAYBOOK,
  phase: 'first-hour',
  how: 'by-hand',
  reasons: [],
};
/** The run is born in the second entry. */
const run = 2;
const listed: IncidentEvent = { type: 'legal-clock-listed', clock: 'DSGVO-33', run };

function at(minutes: number, overrides: Partial<TaskContext> = {}): TaskContext {
  return {
    nowMs: Date.parse(minutesAfter(T0, minutes)),
    playbooks: new Map([['hash-of-demo', aDemoPlaybook()]]),
    judgesOf: () => ['legal'],
    ...overrides,
  };
}
const keysOf = (incident: Incident, who: typeof meier, context = at(5)) =>
  tasksOf(incident, who, context).map(({ key }) => key);

describe('what waits for me', () => {
  it('is what my role has to do, while nobody sits in its seat', () => {
    const incident = anIncident(started);
    expect(keysOf(incident, lang)).toEqual([`step:${run}:acknowledge`]);
    expect(keysOf(incident, oeztuerk)).toEqual([`step:${run}:acknowledge`]);
    expect(keysOf(incident, brandt)).toEqual([]);
  });

  it('is nobody else’s once somebody sits in the seat, but also the deputy’s', () => {
    const seated = anIncident(started, {
      type: 'role-assigned',
      role: 'community',
      person: { id: 2, name: 'Lang' },
      deputy: { id: 9, name: 'Kühn' },
    });
    expect(keysOf(seated, lang)).toEqual([`step:${run}:acknowledge`]);
    expect(keysOf(seated, aPerson(9, 'Kühn'))).toEqual([`step:${run}:acknowledge`]);
    expect(keysOf(seated, oeztuerk)).toEqual([]);
  });

  it('is what was given to me, whatever my role, and then nobody else’s', () => {
    const person = { id: 6, name: 'Brandt' };
    const given = anIncident(started, { type: 'step-assigned', run, step: 'acknowledge', person });
    expect(keysOf(given, brandt)).toEqual([`step:${run}:acknowledge`]);
    expect(keysOf(given, lang)).toEqual([]);
  });

  it('leaves out steps that wait for something else, and those a decision has closed', () => {
    const before = anIncident(started);
    expect(keysOf(before, lang)).not.toContain(`step:${run}:secure-evidence`);
    const done: IncidentEvent = {
      ...{ type: 'step-done', run, step: 'acknowledge', inputs: {}, note: null },
    };
    expect(keysOf(anIncident(started, done), lang)).toEqual([`step:${run}:secure-evidence`]);
    const service = aPerson(8, 'Roth', 'service');
    const decided = (option: string): IncidentEvent => ({
      ...{ type: 'step-decided', run, step: 'stop-sale', option, reason: 'Hitze' },
    });
    expect(keysOf(before, service)).toEqual([]);
    expect(keysOf(anIncident(started, decided('stop')), service)).toEqual([
      `step:${run}:tell-dealers`,
    ]);
    expect(keysOf(anIncident(started, decided('wait')), service)).toEqual([]);
  });

  it('can be ticked where it stands only when there is nothing to fill in or choose', () => {
    const done: IncidentEvent = {
      ...{ type: 'step-done', run, step: 'acknowledge', inputs: {}, note: null },
    };
    const simple = (incident: Incident, who: typeof meier) =>
      tasksOf(incident, who, at(5)).map((task) => task.kind === 'step' && task.simple);
    expect(simple(anIncident(started), lang)).toEqual([true]);
    expect(simple(anIncident(started, done), lang)).toEqual([false]); // a link is asked for
    const [decision] = tasksOf(anIncident(started), meier, at(5)).filter(
      ({ key }) => key === `step:${run}:stop-sale`,
    );
    expect(decision).toMatchObject({ simple: false });
  });

  it('has a step that comes back only when its time draws near again', () => {
    const briefed: IncidentEvent = {
      ...{ type: 'step-done', run, step: 'briefing', inputs: {}, note: null },
    };
    const incident = anIncident(started, briefed);
    const key = `step:${run}:briefing`;
    expect(keysOf(incident, meier, at(10))).not.toContain(key);
    expect(keysOf(incident, meier, at(70))).toContain(key); // every 120 minutes: half time is over
  });

  it('has the legal clock for whoever may judge it, and the step behind it only afterwards', () => {
    const incident = anIncident(started, listed);
    expect(keysOf(incident, voss)).toEqual(['legal:DSGVO-33']);
    expect(keysOf(incident, lang)).toEqual([`step:${run}:acknowledge`]);
    const stages = [
      {
        ...{ stage: 'report', due: minutesAfter(T0, 72 * 60), conservativeDue: null },
        ...{ amber: null, red: null },
      },
    ];
    const running = anIncident(started, listed, {
      type: 'legal-clock-started',
      clock: 'DSGVO-33',
      anchors: { knowledge: T0 },
      stages,
      reason: 'Leck',
    });
    expect(keysOf(running, voss).sort()).toEqual([
      'legal:DSGVO-33:report',
      `step:${run}:assess-gdpr`,
    ]);
    const sent = anIncident(
      started,
      listed,
      {
        ...{ type: 'legal-clock-started', clock: 'DSGVO-33', anchors: { knowledge: T0 } },
        ...{ stages, reason: 'Leck' },
      },
      {
        ...{ type: 'legal-clock-fulfilled', clock: 'DSGVO-33', stage: 'report' },
        ...{ proof: 'AZ 12', stages: [] },
      },
    );
    expect(keysOf(sent, voss)).toEqual([`step:${run}:assess-gdpr`]);
  });

  it('asks a second person, never the same, to confirm that a law does not apply', () => {
    const waived: IncidentEvent = {
      ...{ type: 'legal-clock-waiver-proposed', clock: 'DSGVO-33', reason: 'keine Daten' },
    };
    // Entries of `anIncident` are Meier's: here a lawyer by that id.
    const proposer = aPerson(1, 'Meier', 'legal');
    const incident = anIncident(listed, waived);
    expect(keysOf(incident, proposer)).toEqual([]);
    expect(tasksOf(incident, kern, at(5))).toMatchObject([{ kind: 'legal', confirm: true }]);
  });

  it('has questions, hand-overs and decisions that were put to me, until they are settled', () => {
    const to = { id: 6, name: 'Brandt' };
    const asked: IncidentEvent = { type: 'question-asked', to, text: 'Seit wann?' };
    const form = { situation: 'a', openDecisions: 'b', clocks: 'c', nextUpdate: 'd' };
    const offered: IncidentEvent = { type: 'hand-over-offered', role: 'lead', to, form };
    const request: IncidentEvent = {
      ...{ type: 'executive-asked', to, deputy: { id: 3, name: 'Öztürk' } },
      ...{ question: 'Verkaufsstopp?', recommended: 'stop', due: minutesAfter(T0, 60) },
      options: [
        { id: 'stop', label: 'stoppen' },
        { id: 'wait', label: 'warten' },
      ],
    };
    const seated: IncidentEvent = {
      ...{ type: 'role-assigned', role: 'lead', person: { id: 1, name: 'Meier' }, deputy: null },
    };
    const incident = anIncident(seated, asked, offered, request);
    expect(keysOf(incident, brandt)).toEqual(['request:5', 'question:3', 'hand-over:4']);
    expect(tasksOf(incident, oeztuerk, at(5))).toMatchObject([
      { key: 'request:5', asDeputy: true },
    ]);
    const settled = anIncident(
      seated,
      asked,
      offered,
      request,
      { type: 'question-answered', question: 3, text: 'Seit gestern' },
      { type: 'hand-over-signed', handOver: 4 },
      { type: 'executive-decided', request: 5, option: 'stop', reason: null },
    );
    expect(keysOf(settled, brandt)).toEqual([]);
  });

  it('puts what is overdue on top, then what is due first', () => {
    const legal = aPerson(4, 'Voss', 'legal', 'community', 'lead');
    const incident = anIncident(started, listed);
    const late = tasksOf(incident, legal, at(64));
    expect(late[0]?.attention).toBe('red');
    const loud = late.map(({ attention }) => attention);
    expect(loud).toEqual([...loud].sort((a, b) => rank(b) - rank(a)));
  });

  it('is nothing once the all-clear is given', () => {
    const over = anIncident(started, {
      type: 'all-clear-given',
      note: '',
      unmet: [],
      reason: null,
    });
    expect(keysOf(over, lang)).toEqual([]);
  });
});

const rank = (attention: string): number => ['quiet', 'open', 'amber', 'red'].indexOf(attention);

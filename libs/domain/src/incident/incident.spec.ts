import { describe, expect, it } from '@jest/globals';
import {
  aContext,
  anIncident,
  aPerson,
  aDemoPlaybook,
  DEMO_PLAYBOOK,
  minutesAfter,
  T0,
} from '../testing/index.js';
import { decideIncident } from './decide-incident.js';
import type { Actor } from './actor.js';
import { evolveAll } from './evolve-all.js';
import { evolveIncident } from './evolve-incident.js';
import { followAlert } from './follow-alert.js';
import type { Incident } from './incident.js';
import type { IncidentCommand } from './incident-command.js';
import { mergeIncidents } from './merge-incidents.js';
import { planOfRun } from './plan-of-run.js';
import { splitIncident } from './split-incident.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');
const weber = aPerson(5, 'Weber', 'legal');
const admin = aPerson(9, 'Admin', 'admin');
const board = aPerson(6, 'Brandt', 'board');

/** How it stands after a person did this. */
function after(incident: Incident, actor: Actor, command: IncidentCommand): Incident {
  const context = aContext(actor, incident);
  return decideIncident(incident, command, context).reduce<Incident>(
    (state, event) =>
      evolveIncident(state, { seq: state.version + 1, at: context.at, by: actor, event }),
    incident,
  );
}

const started = (): Incident =>
  after(anIncident(), oeztuerk, { type: 'start-playbook', playbook: DEMO_PLAYBOOK, reasons: [] });

describe('two people at once', () => {
  it('lets one tick the step and tells the other who was first', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const tick: IncidentCommand = {
      type: 'finish-step',
      run,
      step: 'acknowledge',
      inputs: {},
      note: null,
    };
    const done = after(incident, oeztuerk, tick);
    expect(() => decideIncident(done, tick, aContext(meier, incident))).toThrow(
      expect.objectContaining({
        code: 'step-settled',
        params: expect.objectContaining({ by: 'Öztürk' }),
      }),
    );
  });

  it('does not let an impact be overwritten by somebody who has not seen it', () => {
    const before = anIncident();
    const set = after(before, meier, { type: 'set-impact', impact: 'C', reason: 'Verletzte' });
    const late: IncidentCommand = { type: 'set-impact', impact: 'A', reason: 'nur lokal' };
    const stale = aContext(lang, set, { seen: before.version });
    expect(() => decideIncident(set, late, stale)).toThrow(
      expect.objectContaining({
        code: 'changed-meanwhile',
        params: expect.objectContaining({ by: 'Meier' }),
      }),
    );
    expect(decideIncident(set, late, aContext(lang, set))).toHaveLength(1);
  });
});

describe('a playbook under way', () => {
  it('puts its legal clocks up for assessment when it starts', () => {
    expect(started().legalClocks).toMatchObject([{ id: 'DSGVO-33', standing: 'not-assessed' }]);
  });

  it('does not run twice', () => {
    expect(() =>
      after(started(), lang, { type: 'start-playbook', playbook: DEMO_PLAYBOOK, reasons: [] }),
    ).toThrow(expect.objectContaining({ code: 'already-decided' }));
  });

  it('holds a step back until what it stands on is done, and asks for its input', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const secure: IncidentCommand = {
      type: 'finish-step',
      run,
      step: 'secure-evidence',
      inputs: {},
      note: null,
    };
    expect(() => after(incident, oeztuerk, secure)).toThrow(
      expect.objectContaining({ code: 'step-blocked' }),
    );
    const ready = after(incident, oeztuerk, { ...secure, step: 'acknowledge' });
    expect(() => after(ready, oeztuerk, secure)).toThrow(
      expect.objectContaining({ code: 'input-missing', params: { key: 'link' } }),
    );
    const done = after(ready, oeztuerk, {
      ...secure,
      inputs: { link: ' https://example.org/1 ', other: 'x' },
    });
    expect(done.runs[0]?.steps['secure-evidence']).toMatchObject({
      standing: 'done',
      inputs: { link: 'https://example.org/1' },
    });
    expect(done.runs[0]?.steps['secure-evidence']?.inputs).not.toHaveProperty('other');
  });

  it('opens one branch of a decision and closes the other', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const decide = (option: string) =>
      after(incident, meier, {
        type: 'decide-step',
        run,
        step: 'stop-sale',
        option,
        reason: 'Gefahr',
      });
    const states = (one: Incident) =>
      Object.fromEntries(
        planOfRun(one, one.runs[0] as never, aDemoPlaybook()).map(({ step, state }) => [
          step.id,
          state,
        ]),
      );
    expect(states(decide('stop'))['tell-dealers']).toBe('open');
    expect(states(decide('wait'))['tell-dealers'] ?? 'left out').not.toBe('open');
  });

  it('lets nobody do the step of another seat, and the lead every step', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const command: IncidentCommand = {
      type: 'skip-step',
      run,
      step: 'acknowledge',
      reason: 'erledigt',
    };
    expect(() => after(incident, voss, command)).toThrow(
      expect.objectContaining({ code: 'seat-needed' }),
    );
    expect(() => after(incident, meier, { ...command, reason: ' ' })).toThrow(
      expect.objectContaining({ code: 'reason-missing' }),
    );
    expect(after(incident, meier, command).runs[0]?.steps['acknowledge']?.standing).toBe('skipped');
  });

  it('proposes the steps a rise calls for, once, and lets people take or decline them', () => {
    const incident = started();
    const context = { at: minutesAfter(T0, 30), playbooks: aContext(meier, incident).playbooks };
    const risen = evolveAll(
      incident,
      followAlert(incident, 311, { level: 5, channels: ['x'] }, false, context),
      context.at,
    );
    expect(risen.level).toMatchObject({ automatic: 5, peak: 5, trend: 'rising' });
    const run = risen.runs[0];
    expect(run?.proposed).toEqual(['staff-council']);
    expect(followAlert(risen, 311, { level: 5, channels: ['x'] }, false, context)).toEqual([]);
    const taken = after(risen, meier, {
      type: 'add-steps',
      run: run?.id ?? 0,
      steps: ['staff-council'],
    });
    expect(taken.runs[0]).toMatchObject({ proposed: [], added: ['staff-council'] });
    const eased = evolveAll(
      taken,
      followAlert(taken, 311, { level: 2, channels: ['x'] }, false, context),
      context.at,
    );
    expect(
      planOfRun(eased, eased.runs[0] as never, aDemoPlaybook()).map(({ step }) => step.id),
    ).toContain('staff-council');
  });

  it('lets a step that comes back be done again, and no other', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const brief: IncidentCommand = {
      type: 'finish-step',
      run,
      step: 'briefing',
      inputs: {},
      note: null,
    };
    expect(() => after(after(incident, meier, brief), meier, brief)).not.toThrow();
    const ack: IncidentCommand = { ...brief, step: 'acknowledge' };
    expect(() => after(after(incident, meier, ack), meier, ack)).toThrow();
  });
});

describe('a legal clock', () => {
  const listed = started();
  const start: IncidentCommand = {
    type: 'start-clock',
    clock: 'DSGVO-33',
    anchors: { knowledge: T0 },
    stages: [
      {
        stage: 'report',
        due: minutesAfter(T0, 4_380),
        conservativeDue: null,
        amber: null,
        red: null,
      },
    ],
    reason: 'Kenntnis durch ISB',
  };

  it('is started by those whose duty it is; others propose the anchor', () => {
    expect(after(listed, voss, start).legalClocks[0]).toMatchObject({
      standing: 'running',
      anchors: { knowledge: T0 },
    });
    expect(after(listed, oeztuerk, start).legalClocks[0]).toMatchObject({
      standing: 'not-assessed',
      proposedAnchor: { anchor: T0 },
    });
  });

  it('is waived by two people, never by one twice', () => {
    const waive: IncidentCommand = {
      type: 'waive-clock',
      clock: 'DSGVO-33',
      reason: 'keine Personendaten',
    };
    const once = after(listed, voss, waive);
    expect(once.legalClocks[0]?.standing).toBe('waiver-proposed');
    expect(() => after(once, voss, waive)).toThrow(
      expect.objectContaining({ code: 'second-person-needed' }),
    );
    expect(() => after(once, meier, waive)).toThrow(
      expect.objectContaining({ code: 'seat-needed' }),
    );
    expect(after(once, weber, waive).legalClocks[0]).toMatchObject({
      standing: 'not-applicable',
      confirmed: { by: { name: 'Weber' } },
    });
  });

  it('holds up its step until somebody has assessed it', () => {
    const run = listed.runs[0]?.id ?? 0;
    const tick: IncidentCommand = {
      type: 'finish-step',
      run,
      step: 'assess-gdpr',
      inputs: {},
      note: null,
    };
    expect(() => after(listed, voss, tick)).toThrow(
      expect.objectContaining({ code: 'clock-state' }),
    );
    expect(
      after(after(listed, voss, start), voss, tick).runs[0]?.steps['assess-gdpr']?.standing,
    ).toBe('done');
  });
});

describe('the all-clear', () => {
  const clear: IncidentCommand = {
    type: 'give-all-clear',
    note: 'ruhig',
    confirmed: [],
    reason: null,
  };

  it('is refused while the wind blows, and given with a reason that stays on record', () => {
    const incident = started();
    expect(() => after(incident, meier, clear)).toThrow(
      expect.objectContaining({ code: 'exit-unmet' }),
    );
    const ended = after(incident, meier, { ...clear, reason: 'Fehlalarm des Messgeräts' });
    expect(ended).toMatchObject({
      state: 'all-clear',
      allClear: { reason: 'Fehlalarm des Messgeräts' },
    });
    expect(ended.allClear?.unmet).toHaveLength(3);
    expect(() => after(ended, meier, { type: 'set-impact', impact: 'A', reason: 'x' })).toThrow(
      expect.objectContaining({ code: 'incident-over' }),
    );
    expect(after(ended, oeztuerk, { type: 'reopen', reason: 'es geht weiter' }).state).toBe('open');
  });

  it('is not given by the administration', () => {
    expect(() => after(started(), admin, { ...clear, reason: 'x' })).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
  });
});

describe("the executives' decision", () => {
  const asked = after(anIncident(), meier, {
    type: 'ask-executive',
    to: board,
    deputy: { id: 7, name: 'Klein' },
    question: 'Verkaufsstopp?',
    options: [
      { id: 'a', label: 'stoppen' },
      { id: 'b', label: 'warten' },
    ],
    recommended: 'a',
    due: minutesAfter(T0, 60),
  });
  const request = asked.requests[0]?.id ?? 0;

  it('is made by who was asked, and needs a reason against the recommendation', () => {
    const decide: IncidentCommand = { type: 'decide-request', request, option: 'b', reason: null };
    expect(() => after(asked, meier, decide)).toThrow(
      expect.objectContaining({ code: 'asked-of-another' }),
    );
    expect(() => after(asked, board, decide)).toThrow(
      expect.objectContaining({ code: 'reason-missing' }),
    );
    const decided = after(asked, board, { ...decide, option: 'a' });
    expect(decided.requests[0]?.decision).toMatchObject({ option: 'a' });
    expect(() => after(decided, aPerson(7, 'Klein', 'board'), { ...decide, option: 'a' })).toThrow(
      expect.objectContaining({ code: 'already-decided' }),
    );
  });

  it('can be given to the deputy', () => {
    expect(after(asked, board, { type: 'pass-request-on', request }).requests[0]).toMatchObject({
      to: { name: 'Klein' },
      deputy: null,
    });
  });
});

describe('a hand-over', () => {
  it('needs both signatures: the holder offers, the successor signs', () => {
    const staffed = after(anIncident(), meier, {
      type: 'assign-role',
      role: 'lead',
      person: meier,
      deputy: null,
    });
    const form = {
      situation: 'ruhig',
      openDecisions: 'keine',
      clocks: 'DSGVO',
      nextUpdate: '15:15',
    };
    const offer: IncidentCommand = { type: 'offer-hand-over', role: 'lead', to: lang, form };
    expect(() => after(staffed, oeztuerk, offer)).toThrow(
      expect.objectContaining({ code: 'seat-needed', params: { role: 'lead' } }),
    );
    const offered = after(staffed, meier, offer);
    const handOver = offered.handOvers[0]?.id ?? 0;
    expect(() => after(offered, meier, { type: 'sign-hand-over', handOver })).toThrow(
      expect.objectContaining({ code: 'asked-of-another' }),
    );
    const signed = after(offered, lang, { type: 'sign-hand-over', handOver });
    expect(signed.seats.lead?.person.name).toBe('Lang');
  });
});

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

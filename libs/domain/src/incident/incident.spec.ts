import { describe, expect, it } from '@jest/globals';
import {
  after,
  aContext,
  anIncident,
  aPerson,
  DEMO_PLAYBOOK,
  minutesAfter,
  T0,
} from '../testing/index.js';
import { decideIncident } from './decide-incident.js';
import type { Incident } from './incident.js';
import type { IncidentCommand } from './incident-command.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');
const weber = aPerson(5, 'Weber', 'legal');
const admin = aPerson(9, 'Admin', 'admin');
const board = aPerson(6, 'Brandt', 'board');

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

import { describe, expect, it } from '@jest/globals';
import { aDemoPlaybook, DEMO_PLAYBOOK } from '../testing/a-demo-playbook.js';
import { anIncident, minutesAfter, T0 } from '../testing/an-incident.js';
import type { CrisisRole } from '../crisis-role.js';
import { clocksOf } from './clocks-of.js';
import type { IncidentEvent } from './incident-event.js';
import { mediaEcho } from './media-echo.js';
import { onOnePage } from './on-one-page.js';
import { situationReport } from './situation-report.js';
import { worstFirst } from './worst-first.js';

const nowMs = (minutes: number): number => Date.parse(minutesAfter(T0, minutes));
const claim = (text: string, standing: 'fact' | 'assumption' | 'open' | 'refuted') =>
  ({ type: 'claim-recorded', text, standing, source: null }) satisfies IncidentEvent;
const status = (nextDue: string | null): IncidentEvent => ({
  ...{ type: 'status-updated', summary: 'Hitze am Akku', doing: ['Sendestopp'], nextDue },
});

describe('the situation report', () => {
  it('separates what is known from what is assumed and unknown, the newest first', () => {
    const incident = anIncident(
      claim('Charge 7', 'assumption'),
      claim('0 Verletzte', 'fact'),
      claim('Ursache', 'open'),
      claim('Explosion', 'refuted'),
      { ...{ type: 'claim-moved', claim: 2, standing: 'fact' }, source: 'QM', reason: 'geprüft' },
    );
    const report = situationReport(incident, nowMs(6));
    expect(report.facts).toEqual([
      { text: 'Charge 7', source: 'QM' },
      { text: '0 Verletzte', source: null },
    ]);
    expect(report.open.map(({ text }) => text)).toEqual(['Ursache']);
    expect(report.assumptions).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('Explosion');
    expect(report.version).toBe(6);
  });

  it('says when the next status is due, by its word or by the level, and that it is overdue', () => {
    const due = (incident: Parameters<typeof situationReport>[0], minutes: number) =>
      situationReport(incident, nowMs(minutes)).nextStatus;
    expect(due(anIncident(), 10)).toEqual({ dueMs: nowMs(120), overdue: false });
    const said = anIncident(status(minutesAfter(T0, 45)));
    expect(due(said, 44)).toEqual({ dueMs: nowMs(45), overdue: false });
    expect(due(said, 45)).toEqual({ dueMs: nowMs(45), overdue: true });
  });

  it('brings the next status forward when the wind rises, and owes none after the all-clear', () => {
    const risen = anIncident(status(minutesAfter(T0, 120)), {
      ...{ type: 'level-followed', from: 3, to: 5 },
    });
    expect(situationReport(risen, nowMs(3)).nextStatus?.dueMs).toBe(nowMs(2 + 30));
    const over = anIncident({ type: 'all-clear-given', note: '', unmet: [], reason: null });
    expect(situationReport(over, nowMs(3)).nextStatus).toBeNull();
  });

  it('tells the room the same next status as the executives, also when the wind has risen', () => {
    const inTheRoom = (incident: Parameters<typeof situationReport>[0]) => {
      const clock = clocksOf(incident, new Map()).find(({ key }) => key.startsWith('status:'));
      return clock?.standing.kind === 'running' ? clock.standing.marks.dueMs : undefined;
    };
    const rise = { type: 'level-followed', from: 3, to: 5 } as const;
    const told = status(minutesAfter(T0, 120));
    for (const incident of [anIncident(), anIncident(told), anIncident(told, rise)]) {
      expect(inTheRoom(incident)).toBe(situationReport(incident, nowMs(3)).nextStatus?.dueMs);
    }
    expect(inTheRoom(anIncident(told, rise))).toBe(nowMs(2 + 30));
    const over = anIncident(told, { type: 'all-clear-given', note: '', unmet: [], reason: null });
    expect(inTheRoom(over)).toBeUndefined();
  });

  it('lists duties nobody has assessed as loudly as those that run', () => {
    const incident = anIncident(
      { type: 'legal-clock-listed', clock: 'GPSR-9', run: null },
      { type: 'legal-clock-listed', clock: 'DSGVO-33', run: null },
      {
        type: 'legal-clock-started',
        clock: 'GPSR-9',
        anchors: { knowledge: T0 },
        stages: [
          {
            ...{ stage: 'gateway', due: minutesAfter(T0, 30), conservativeDue: null },
            ...{ amber: minutesAfter(T0, 10), red: minutesAfter(T0, 20) },
          },
        ],
        reason: 'Gefahr',
      },
    );
    const duties = (minutes: number) =>
      situationReport(incident, nowMs(minutes)).duties.map(({ clock, state }) => [clock, state]);
    expect(duties(5)).toEqual([
      ['DSGVO-33', 'not-assessed'],
      ['GPSR-9', 'running'],
    ]);
    expect(duties(31)[0]).toEqual(['GPSR-9', 'overdue']);
  });

  it('tells what was said, what is promised, and what was decided by whom', () => {
    const asked: IncidentEvent = {
      ...{ type: 'executive-asked', to: { id: 6, name: 'Brandt' }, deputy: null },
      ...{ question: 'Verkaufsstopp?', recommended: 'stop', due: minutesAfter(T0, 60) },
      options: [
        { id: 'stop', label: 'stoppen' },
        { id: 'wait', label: 'warten' },
      ],
    };
    const incident = anIncident(
      { type: 'first-response-given', saidAt: T0, channel: 'X', proof: 'Link' },
      { type: 'update-promised', due: minutesAfter(T0, 20), text: 'um 15 Uhr' },
      { type: 'update-promised', due: minutesAfter(T0, 30), text: 'um 16 Uhr' },
      { type: 'update-kept', promise: 3, proof: 'Beitrag' },
      asked,
      asked,
      { type: 'executive-decided', request: 6, option: 'wait', reason: 'Ursache offen' },
    );
    const report = situationReport(incident, nowMs(40));
    expect(report.said.map(({ text, proof }) => [text, proof])).toEqual([
      ['um 15 Uhr', 'Beitrag'],
      [null, 'Link'],
    ]);
    expect(report.promises).toMatchObject([{ text: 'um 16 Uhr', overdue: true }]);
    expect(report.decisions).toMatchObject([
      { id: 7, decided: null, recommended: 'stoppen' },
      { id: 6, decided: { option: 'warten', by: 'Meier', reason: 'Ursache offen' } },
    ]);
  });

  it('names the team in the same order on every screen, in whatever order it was seated', () => {
    const seat = (role: CrisisRole, name: string): IncidentEvent => ({
      ...{ type: 'role-assigned', role, person: { id: 1, name }, deputy: null },
    });
    const incident = anIncident(seat('legal', 'Voss'), seat('pr', 'Lang'), seat('lead', 'Meier'));
    const { team } = situationReport(incident, nowMs(6));
    expect(team.map(({ role }) => role)).toEqual(['lead', 'pr', 'legal']);
  });

  it('names what the team decided in a playbook beside what executives decided, until reopened', () => {
    const started: IncidentEvent = {
      ...{ type: 'playbook-started', playbook: DEMO_PLAYBOOK, phase: 'first-hour' },
      ...{ how: 'by-hand', reasons: [] },
    };
    const step = { run: 2, step: 'stop-sale', reason: 'Zwei Brände' };
    const decided: IncidentEvent = { type: 'step-decided', ...step, option: 'stop' };
    const books = new Map([['hash-of-demo', aDemoPlaybook()]]);
    const told = (...events: IncidentEvent[]) =>
      situationReport(anIncident(started, ...events), nowMs(9), [], books).decisions;
    expect(told()).toEqual([]);
    expect(told(decided)).toMatchObject([
      { to: null, due: null, question: { de: expect.any(String), en: expect.any(String) } },
    ]);
    expect(told(decided)[0]?.decided).toMatchObject({ by: 'Meier', reason: 'Zwei Brände' });
    expect(told(decided, { type: 'step-reopened', ...step })).toEqual([]);
  });

  it('fits on one page whatever is in the journal, and says what it left out', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      claim(`${at} ${'lang '.repeat(200)}`, 'fact'),
    );
    const page = onOnePage(situationReport(anIncident(...many), nowMs(50)));
    expect(page.report.facts).toHaveLength(6);
    expect(page.more.facts).toBe(34);
    expect(page.report.facts.every(({ text }) => text.length <= 150 && text.endsWith('…'))).toBe(
      true,
    );
  });
});

describe('the media', () => {
  it('are named once each, the furthest heard first; accounts are no media', () => {
    const voices = mediaEcho([
      { outlet: 'Der Blog', outletTier: 'blog' },
      { outlet: 'Tagesschau', outletTier: 'broadcast' },
      { outlet: 'Der Blog', outletTier: 'blog' },
      { outlet: 'Anna', outletTier: 'none' },
      { outlet: null, outletTier: 'print' },
    ]);
    expect(voices.map(({ outlet }) => outlet)).toEqual(['Tagesschau', 'Der Blog']);
  });
});

describe('an executive with several incidents', () => {
  it('sees the strongest first, then the gravest', () => {
    const mild = anIncident();
    const grave = anIncident({ type: 'impact-set', impact: 'C', reason: 'Menschen' });
    const strong = anIncident({ type: 'level-followed', from: 3, to: 5 });
    expect([mild, grave, strong].sort(worstFirst)).toEqual([strong, grave, mild]);
  });
});

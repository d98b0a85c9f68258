import { beforeEach, describe, expect, it } from '@jest/globals';
import { exitCriteria } from '../incident/exit-criteria.js';
import { clocksOf } from '../incident/clocks-of.js';
import { reconcile, settle } from '../incident/settle-publication.js';
import { mergeIncidents } from '../incident/merge-incidents.js';
import { tasksOf } from '../incident/tasks-of.js';
import type { IncidentEvent } from '../incident/incident-event.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import {
  aContext,
  anIncident,
  aPerson,
  aPlaybook,
  aStep,
  aVariant,
  bound,
  DEMO_PLAYBOOK,
  House,
  HOUSE_CHAIN,
} from '../testing/index.js';
import type { AgreedSource, BoundVariant, ExitRef } from './statement-refs.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');
const brandt = aPerson(6, 'Brandt', 'board');
const klein = aPerson(7, 'Klein', 'quality');
const jung = aPerson(10, 'Jung', 'pr');

const german = aVariant('Wir prüfen Charge 7.');
const newsroom: ExitRef = { id: 1, name: 'Newsroom', kind: 'webhook' };
const source: AgreedSource = { id: 7, version: 2, title: 'Erste Worte', hash: 'h', values: {} };
const agreed = aVariant('Wir wissen davon.', { channel: 'website', language: 'de' }, source);
const receipt = {
  link: 'https://nordlicht.example/1',
  foreignId: null,
  at: '2026-03-02T14:05:00.000Z',
  how: 'answered',
} as const;

describe('words on their way out', () => {
  let house: House;
  let id: number;

  beforeEach(() => {
    house = new House(meier, {}, { level: 3 });
  });

  function draft(variant = german, more: object = {}): void {
    id = house.incident.version + 1;
    house.does(oeztuerk, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      chain: HOUSE_CHAIN,
      variants: [variant],
      ...more,
    });
  }
  function ask(variant: BoundVariant = german): void {
    house.does(oeztuerk, {
      ...{ type: 'ask-approval', statement: id, variants: [bound(variant)], note: null },
    });
  }
  function approve(variant: BoundVariant = german): readonly IncidentEvent[] {
    return house.does(lang, {
      ...{ type: 'approve-wording', statement: id, variants: [bound(variant)], role: 'pr' },
      ...{ note: null, proof: 'passkey' },
    });
  }
  const prepare = (variant: BoundVariant = german, more: object = {}) =>
    ({
      type: 'prepare-publication',
      ...{ statement: id, ...bound(variant), exit: newsroom, plannedFor: null, corrects: null },
      ...{ agreedNow: true, proof: 'totp' },
      ...more,
    }) as IncidentCommand;
  const byHand = (more: object = {}) =>
    ({
      type: 'publish-by-hand',
      ...{ statement: id, ...bound(german), corrects: null, link: 'https://x.example/1' },
      ...{ evidence: null, saidAt: house.now, agreedNow: false, proof: 'totp' },
      ...more,
    }) as IncidentCommand;
  function ready(): number {
    draft();
    ask();
    approve();
    house.does(oeztuerk, prepare());
    return house.incident.version;
  }
  const publication = () => house.incident.publications.at(-1);
  const answers = (outcome: Parameters<typeof settle>[2]) => {
    const sending = publication()?.id ?? 0;
    const events = settle(house.incident, sending, outcome, house.now);
    house.append(events, null);
    return events.map(({ type }) => type);
  };

  it('leave once: prepared, handed over, confirmed, and never again by the same way', () => {
    const out = ready();
    expect(house.refuses(oeztuerk, prepare()).code).toBe('published-already');
    expect(house.sends(out).kind).toBe('send');
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'not-prepared' });
    expect(answers({ kind: 'confirmed', receipt })).toEqual([
      'publication-confirmed',
      'first-response-given',
    ]);
    expect(answers({ kind: 'confirmed', receipt })).toEqual([]);
    expect(house.incident.firstResponse).toMatchObject({
      channel: 'website',
      saidAt: receipt.at,
      proof: receipt.link,
    });
    expect(house.refuses(meier, prepare())).toMatchObject({
      code: 'published-already',
      params: { by: 'Öztürk' },
    });
  });

  it('do not leave unapproved, and not to people who may not publish', () => {
    draft();
    expect(house.refuses(oeztuerk, prepare()).code).toBe('approval-not-asked');
    ask();
    expect(house.refuses(oeztuerk, prepare()).code).toBe('approval-missing');
    approve();
    expect(house.refuses(voss, prepare()).code).toBe('not-allowed');
    expect(house.refuses(aPerson(9, 'Sommer', 'admin'), prepare()).code).toBe('not-allowed');
  });

  it('are taken back when the text is edited between approval and sending', () => {
    const out = ready();
    const other = aVariant('Wir prüfen.');
    house.does(jung, { type: 'write-variant', statement: id, base: 1, ...other });
    expect(publication()).toMatchObject({ state: 'withdrawn', why: 'wording-changed' });
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'not-prepared' });
  });

  it('are taken back when other bytes are about to leave than were approved', () => {
    const out = ready();
    const sent = house.sends(out, { textHash: aVariant('Gefälscht').hash });
    expect(sent).toMatchObject({ kind: 'withdraw', reason: 'wording-changed' });
    expect(publication()?.state).toBe('withdrawn');
  });

  it('are taken back when the level has risen meanwhile and legal has not been asked', () => {
    const out = ready();
    house.does(meier, { type: 'override-level', level: 4, reason: 'es weht' });
    expect(house.sends(out)).toMatchObject({ kind: 'withdraw', reason: 'approval-missing' });
  });

  it('wait while posting is stopped, and go when it is lifted', () => {
    const out = ready();
    house.append([{ type: 'posting-stopped', stop: 1, reason: 'Unglück' }], meier);
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'posting-stop' });
    expect(house.refuses(oeztuerk, byHand())).toMatchObject({
      code: 'posting-stopped',
      params: { by: 'Meier' },
    });
    expect(publication()?.state).toBe('prepared');
    house.append([{ type: 'posting-resumed', stop: 1, reason: 'geklärt' }], meier);
    expect(house.sends(out, { stopped: true })).toEqual({ kind: 'hold', why: 'posting-stop' });
    expect(house.sends(out).kind).toBe('send');
  });

  it('wait for their time', () => {
    draft();
    ask();
    approve();
    house.does(oeztuerk, prepare(german, { plannedFor: '2026-03-02T14:30:00.000Z' }));
    const out = house.incident.version;
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'planned' });
    house.minute = 30;
    expect(house.sends(out).kind).toBe('send');
  });

  it('do not leave while it is open whether this is insider information', () => {
    const out = ready();
    house.does(meier, { type: 'list-clock', clock: 'MAR-17' });
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'insider-lock' });
    expect(house.refuses(oeztuerk, byHand()).code).toBe('insider-lock');
    house.does(voss, { type: 'waive-clock', clock: 'MAR-17', reason: 'nein' });
    expect(house.sends(out).kind).toBe('hold');
    const weber = aPerson(5, 'Weber', 'legal');
    house.does(weber, { type: 'waive-clock', clock: 'MAR-17', reason: 'auch nein' });
    expect(house.sends(out).kind).toBe('send');
  });

  it('of unknown fate are read back or settled by a person, never sent again', () => {
    const out = ready();
    house.sends(out);
    answers({ kind: 'unknown', why: 'Zeit abgelaufen' });
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'not-prepared' });
    expect(house.refuses(meier, prepare()).code).toBe('publication-open');
    expect(
      house.refuses(meier, { type: 'drop-statement', statement: id, reason: 'weg' }).code,
    ).toBe('publication-open');
    const nowMs = Date.parse(house.now);
    const { playbooks, judgesOf } = aContext(meier, house.incident);
    expect(tasksOf(house.incident, oeztuerk, { nowMs, playbooks, judgesOf })).toMatchObject([
      { kind: 'settle-publication', title: 'Erste Worte' },
    ]);
    expect(exitCriteria(house.incident, new Map(), house.now)).toContainEqual(
      expect.objectContaining({ key: 'house:words', state: 'unmet' }),
    );
    const tell = { type: 'settle-publication', publication: out, proof: 'totp' } as const;
    house.does(oeztuerk, { ...tell, outcome: 'not-out', receipt: null, reason: 'steht nirgends' });
    expect(publication()?.state).toBe('failed');
    house.does(meier, prepare());
    expect(publication()?.state).toBe('prepared');
  });

  it('cut off by a restart are reconciled by reading back', () => {
    const out = ready();
    house.sends(out);
    const ask = (found: Parameters<typeof reconcile>[2]) =>
      reconcile(house.incident, out, found, house.now);
    expect(ask({ kind: 'absent', why: '404' })).toMatchObject([{ type: 'publication-failed' }]);
    house.append(ask({ kind: 'cannot-tell', why: 'keine Antwort' }), null);
    expect(publication()?.state).toBe('unknown');
    expect(ask({ kind: 'cannot-tell', why: 'keine Antwort' })).toEqual([]);
    house.append(ask({ kind: 'found', receipt: { ...receipt, how: 'read-back' } }), null);
    expect(publication()).toMatchObject({ state: 'confirmed', receipt: { how: 'read-back' } });
    expect(house.incident.firstResponse).not.toBeNull();
  });

  it('said by hand need what was approved, and something that shows it', () => {
    draft();
    ask();
    expect(house.refuses(oeztuerk, byHand()).code).toBe('approval-missing');
    approve();
    expect(house.refuses(oeztuerk, byHand({ link: null })).code).toBe('input-missing');
    expect(house.refuses(oeztuerk, byHand({ saidAt: '2026-03-02T15:00:00.000Z' })).code).toBe(
      'date-in-future',
    );
    house.does(oeztuerk, byHand());
    expect(publication()).toMatchObject({ state: 'confirmed', exit: { kind: 'hand' } });
    expect(house.incident.firstResponse).not.toBeNull();
  });

  it('keep the update they were promised as', () => {
    const due = '2026-03-02T16:00:00.000Z';
    house.does(meier, { type: 'promise-update', due, text: '16 Uhr' });
    draft(german, { promise: house.incident.version });
    ask();
    approve();
    house.does(oeztuerk, byHand());
    expect(house.incident.promises).toMatchObject([{ kept: { proof: 'https://x.example/1' } }]);
  });

  it('are corrected only after they were said', () => {
    const out = ready();
    expect(house.refuses(oeztuerk, byHand({ corrects: out })).code).toBe('not-found');
    house.sends(out);
    answers({ kind: 'confirmed', receipt });
    draft(aVariant('Richtig ist: Charge 8.'), { corrects: out, purpose: 'correction' });
    expect(house.incident.statements.at(-1)?.corrects).toBe(out);
  });

  it('end with an incident that is merged, and hold the merge while they are under way', () => {
    const out = ready();
    const into = anIncident();
    const head = { seq: 1, hash: 'h' };
    const merge = () =>
      mergeIncidents(
        { ref: { id: 1, number: 'L-1' }, incident: { ...house.incident, number: 'L-1' }, head },
        { ref: { id: 2, number: 'L-2' }, incident: into, head },
        'dasselbe',
        aContext(meier, into),
      );
    expect(merge().from).toMatchObject([
      { type: 'publication-withdrawn', reason: 'incident-over' },
      { type: 'merged-into' },
    ]);
    house.sends(out);
    expect(merge).toThrow(expect.objectContaining({ code: 'publication-open' }));
  });

  it('finish the draft step when approval is asked, and the approval step when all is released', () => {
    const steps = [
      aStep({ id: 'K7', kind: 'draft', templates: [] }),
      aStep({
        id: 'K7-approve',
        kind: 'approval',
        draft: 'K7',
        requires: [{ kind: 'steps', anyOf: ['K7'] }],
      }),
    ];
    house = new House(
      meier,
      { playbooks: new Map([[DEMO_PLAYBOOK.hash, aPlaybook(steps)]]) },
      { level: 3 },
    );
    house.does(meier, { type: 'start-playbook', playbook: DEMO_PLAYBOOK, reasons: [] });
    const run = house.incident.runs[0]?.id ?? 0;
    draft(german, { step: { run, step: 'K7' } });
    ask();
    expect(house.incident.runs[0]?.steps['K7']?.standing).toBe('done');
    expect(house.incident.runs[0]?.steps['K7-approve']).toBeUndefined();
    expect(approve().map(({ type }) => type)).toEqual(['approval-given', 'step-done']);
    expect(house.incident.runs[0]?.steps['K7-approve']?.standing).toBe('done');
  });

  describe('in the night', () => {
    const release = (more: object = {}) =>
      ({
        type: 'release-in-emergency',
        ...{ statement: id, ...bound(agreed), reason: 'niemand da' },
        ...{ agreedNow: true, proof: 'passkey', ...more },
      }) as IncidentCommand;
    const wake = () => {
      house.does(meier, { type: 'assign-role', role: 'pr', person: lang, deputy: jung });
      house.does(meier, { type: 'override-level', level: 4, reason: 'es weht' });
      draft(agreed);
      ask(agreed);
    };

    it('agreed words leave at once below level 3, and only while they are agreed', () => {
      house.does(meier, { type: 'override-level', level: 2, reason: 'ruhig' });
      draft(agreed);
      expect(house.refuses(oeztuerk, prepare(agreed, { agreedNow: false }))).toMatchObject({
        code: 'agreed-expired',
        params: { title: 'Erste Worte' },
      });
      house.does(oeztuerk, prepare(agreed));
      const out = house.incident.version;
      expect(house.sends(out, { agreedNow: false })).toMatchObject({ kind: 'withdraw' });
    });

    it('any other words need somebody also below level 3', () => {
      house.does(meier, { type: 'override-level', level: 1, reason: 'ruhig' });
      draft();
      ask();
      expect(house.refuses(oeztuerk, prepare()).params).toEqual({ roles: 'pr' });
      approve();
      house.does(oeztuerk, prepare());
    });

    it('the lead breaks the glass when two have let their time pass, and somebody reviews it', () => {
      wake();
      house.minute = 14;
      expect(house.refuses(meier, release())).toMatchObject({
        code: 'emergency-unanswered',
        params: { silent: 0, needed: 2, until: '2026-03-02T14:15:00.000Z' },
      });
      house.minute = 15;
      const [released] = house.does(meier, release());
      expect(released).toMatchObject({
        unanswered: [
          { role: 'pr', person: { name: 'Lang' } },
          { role: 'pr', person: { name: 'Jung' } },
        ],
      });
      const seq = house.incident.version;
      house.does(oeztuerk, prepare(agreed));
      expect(clocksOf(house.incident, new Map()).map(({ key }) => key)).toContain(
        `emergency:${seq}`,
      );
      const review = { type: 'review-emergency', release: seq, verdict: 'objected' } as const;
      expect(house.refuses(meier, { ...review, note: 'ich' }).code).toBe('second-person-needed');
      expect(house.refuses(klein, { ...review, note: 'x' }).code).toBe('not-allowed');
      expect(house.refuses(brandt, { ...review, note: ' ' }).code).toBe('reason-missing');
      house.does(brandt, { ...review, note: 'falsche Charge' });
      expect(publication()?.state).toBe('withdrawn');
      expect(house.refuses(oeztuerk, prepare(agreed)).code).toBe('approval-missing');
    });

    it('the glass holds for others, for other words, below level 4, and while people may answer', () => {
      wake();
      house.minute = 15;
      expect(house.refuses(oeztuerk, release()).code).toBe('not-allowed');
      expect(house.refuses(meier, release({ agreedNow: false })).code).toBe('agreed-expired');
      house.does(meier, { type: 'override-level', level: 3, reason: 'ruhiger' });
      expect(house.refuses(meier, release()).code).toBe('emergency-level');
      house.does(meier, { type: 'override-level', level: 4, reason: 'doch' });
      house.does(oeztuerk, { type: 'write-variant', statement: id, base: 1, ...german });
      ask();
      house.minute = 60;
      expect(house.refuses(meier, release(bound(german))).code).toBe('emergency-agreed');
    });
  });

  it('wait for the people who are asked, by the clock of their box', () => {
    house.does(meier, { type: 'assign-role', role: 'pr', person: lang, deputy: jung });
    draft();
    ask();
    const { playbooks, judgesOf } = aContext(meier, house.incident);
    const of = (who: typeof lang) =>
      tasksOf(house.incident, who, { nowMs: Date.parse(house.now), playbooks, judgesOf }).filter(
        ({ kind }) => kind === 'approve',
      );
    const key = `approval:${id}:0:pr`;
    expect(of(lang)).toMatchObject([{ key, dueMs: Date.parse('2026-03-02T14:15:00.000Z') }]);
    expect(of(jung)).toEqual([]);
    house.minute = 8;
    expect(of(jung)).toMatchObject([{ key, attention: 'amber' }]);
    approve();
    expect(of(jung)).toEqual([]);
    expect(clocksOf(house.incident, new Map()).map((clock) => clock.key)).not.toContain(key);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { exitCriteria } from '../incident/exit-criteria.js';
import { clocksOf } from '../incident/clocks-of.js';
import { reconcile } from '../incident/settle-publication.js';
import { mergeIncidents } from '../incident/merge-incidents.js';
import { tasksOf } from '../incident/tasks-of.js';
import {
  aContext,
  anIncident,
  aPerson,
  aPlaybook,
  aStep,
  aVariant,
  DEMO_PLAYBOOK,
} from '../testing/index.js';
import { PublishingDesk } from '../testing/publishing-desk.js';
import { WORDS_CAST } from '../testing/words-cast.js';

const { meier, lang, oeztuerk, voss, jung } = WORDS_CAST;

describe('words on their way out', () => {
  let desk: PublishingDesk;
  let house: PublishingDesk['house'];

  beforeEach(() => {
    desk = new PublishingDesk();
    house = desk.house;
  });

  it('leave once: prepared, handed over, confirmed, and never again by the same way', () => {
    const out = desk.ready();
    expect(house.refuses(oeztuerk, desk.prepare()).code).toBe('published-already');
    expect(house.sends(out).kind).toBe('send');
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'not-prepared' });
    expect(desk.answers({ kind: 'confirmed', receipt: desk.receipt })).toEqual([
      'publication-confirmed',
      'first-response-given',
    ]);
    expect(desk.answers({ kind: 'confirmed', receipt: desk.receipt })).toEqual([]);
    expect(house.incident.firstResponse).toMatchObject({
      channel: 'website',
      saidAt: desk.receipt.at,
      proof: desk.receipt.link,
    });
    expect(house.refuses(meier, desk.prepare())).toMatchObject({
      code: 'published-already',
      params: { by: 'Öztürk' },
    });
  });

  it('do not leave unapproved, and not to people who may not publish', () => {
    desk.draft();
    expect(house.refuses(oeztuerk, desk.prepare()).code).toBe('approval-not-asked');
    desk.ask();
    expect(house.refuses(oeztuerk, desk.prepare()).code).toBe('approval-missing');
    desk.approve();
    expect(house.refuses(voss, desk.prepare()).code).toBe('not-allowed');
    expect(house.refuses(aPerson(9, 'Sommer', 'admin'), desk.prepare()).code).toBe('not-allowed');
  });

  it('are taken back when the text is edited between approval and sending', () => {
    const out = desk.ready();
    const other = aVariant('Wir prüfen.');
    house.does(jung, { type: 'write-variant', statement: desk.id, base: 1, ...other });
    expect(desk.publication()).toMatchObject({ state: 'withdrawn', why: 'wording-changed' });
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'not-prepared' });
  });

  it('are taken back when other bytes are about to leave than were approved', () => {
    const out = desk.ready();
    const sent = house.sends(out, { textHash: aVariant('Gefälscht').hash });
    expect(sent).toMatchObject({ kind: 'withdraw', reason: 'wording-changed' });
    expect(desk.publication()?.state).toBe('withdrawn');
  });

  it('are taken back when the level has risen meanwhile and legal has not been asked', () => {
    const out = desk.ready();
    house.does(meier, { type: 'override-level', level: 4, reason: 'es weht' });
    expect(house.sends(out)).toMatchObject({ kind: 'withdraw', reason: 'approval-missing' });
  });

  it('wait while posting is stopped, and go when it is lifted', () => {
    const out = desk.ready();
    house.append([{ type: 'posting-stopped', stop: 1, reason: 'Unglück' }], meier);
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'posting-stop' });
    expect(house.refuses(oeztuerk, desk.byHand())).toMatchObject({
      code: 'posting-stopped',
      params: { by: 'Meier' },
    });
    expect(desk.publication()?.state).toBe('prepared');
    house.append([{ type: 'posting-resumed', stop: 1, reason: 'geklärt' }], meier);
    expect(house.sends(out, { stopped: true })).toEqual({ kind: 'hold', why: 'posting-stop' });
    expect(house.sends(out).kind).toBe('send');
  });

  it('wait for their time', () => {
    desk.draft();
    desk.ask();
    desk.approve();
    house.does(oeztuerk, desk.prepare(desk.german, { plannedFor: '2026-03-02T14:30:00.000Z' }));
    const out = house.incident.version;
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'planned' });
    house.minute = 30;
    expect(house.sends(out).kind).toBe('send');
  });

  it('do not leave while it is open whether this is insider information', () => {
    const out = desk.ready();
    house.does(meier, { type: 'list-clock', clock: 'MAR-17' });
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'insider-lock' });
    expect(house.refuses(oeztuerk, desk.byHand()).code).toBe('insider-lock');
    house.does(voss, { type: 'waive-clock', clock: 'MAR-17', reason: 'nein' });
    expect(house.sends(out).kind).toBe('hold');
    const weber = aPerson(5, 'Weber', 'legal');
    house.does(weber, { type: 'waive-clock', clock: 'MAR-17', reason: 'auch nein' });
    expect(house.sends(out).kind).toBe('send');
  });

  it('of unknown fate are read back or settled by a person, never sent again', () => {
    const out = desk.ready();
    house.sends(out);
    desk.answers({ kind: 'unknown', why: 'Zeit abgelaufen' });
    expect(house.sends(out)).toEqual({ kind: 'hold', why: 'not-prepared' });
    expect(house.refuses(meier, desk.prepare()).code).toBe('publication-open');
    expect(
      house.refuses(meier, { type: 'drop-statement', statement: desk.id, reason: 'weg' }).code,
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
    expect(desk.publication()?.state).toBe('failed');
    house.does(meier, desk.prepare());
    expect(desk.publication()?.state).toBe('prepared');
  });

  it('cut off by a restart are reconciled by reading back', () => {
    const out = desk.ready();
    house.sends(out);
    const readBack = (found: Parameters<typeof reconcile>[2]) =>
      reconcile(house.incident, out, found, house.now);
    expect(readBack({ kind: 'absent', why: '404' })).toMatchObject([
      { type: 'publication-failed' },
    ]);
    house.append(readBack({ kind: 'cannot-tell', why: 'keine Antwort' }), null);
    expect(desk.publication()?.state).toBe('unknown');
    expect(readBack({ kind: 'cannot-tell', why: 'keine Antwort' })).toEqual([]);
    house.append(readBack({ kind: 'found', receipt: { ...desk.receipt, how: 'read-back' } }), null);
    expect(desk.publication()).toMatchObject({ state: 'confirmed', receipt: { how: 'read-back' } });
    expect(house.incident.firstResponse).not.toBeNull();
  });

  it('said by hand need what was approved, and something that shows it', () => {
    desk.draft();
    desk.ask();
    expect(house.refuses(oeztuerk, desk.byHand()).code).toBe('approval-missing');
    desk.approve();
    expect(house.refuses(oeztuerk, desk.byHand({ link: null })).code).toBe('input-missing');
    expect(house.refuses(oeztuerk, desk.byHand({ saidAt: '2026-03-02T15:00:00.000Z' })).code).toBe(
      'date-in-future',
    );
    house.does(oeztuerk, desk.byHand());
    expect(desk.publication()).toMatchObject({ state: 'confirmed', exit: { kind: 'hand' } });
    expect(house.incident.firstResponse).not.toBeNull();
  });

  it('keep the update they were promised as', () => {
    const due = '2026-03-02T16:00:00.000Z';
    house.does(meier, { type: 'promise-update', due, text: '16 Uhr' });
    desk.draft(desk.german, { promise: house.incident.version });
    desk.ask();
    desk.approve();
    house.does(oeztuerk, desk.byHand());
    expect(house.incident.promises).toMatchObject([{ kept: { proof: 'https://x.example/1' } }]);
  });

  it('are corrected only after they were said', () => {
    const out = desk.ready();
    expect(house.refuses(oeztuerk, desk.byHand({ corrects: out })).code).toBe('not-found');
    house.sends(out);
    desk.answers({ kind: 'confirmed', receipt: desk.receipt });
    desk.draft(aVariant('Richtig ist: Charge 8.'), { corrects: out, purpose: 'correction' });
    expect(house.incident.statements.at(-1)?.corrects).toBe(out);
  });

  it('end with an incident that is merged, and hold the merge while they are under way', () => {
    const out = desk.ready();
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
    desk = new PublishingDesk({ playbooks: new Map([[DEMO_PLAYBOOK.hash, aPlaybook(steps)]]) });
    house = desk.house;
    house.does(meier, { type: 'start-playbook', playbook: DEMO_PLAYBOOK, reasons: [] });
    const run = house.incident.runs[0]?.id ?? 0;
    desk.draft(desk.german, { step: { run, step: 'K7' } });
    desk.ask();
    expect(house.incident.runs[0]?.steps['K7']?.standing).toBe('done');
    expect(house.incident.runs[0]?.steps['K7-approve']).toBeUndefined();
    expect(desk.approve().map(({ type }) => type)).toEqual(['approval-given', 'step-done']);
    expect(house.incident.runs[0]?.steps['K7-approve']?.standing).toBe('done');
  });

  it('wait for the people who are asked, by the clock of their box', () => {
    house.does(meier, { type: 'assign-role', role: 'pr', person: lang, deputy: jung });
    desk.draft();
    desk.ask();
    const { playbooks, judgesOf } = aContext(meier, house.incident);
    const of = (who: typeof lang) =>
      tasksOf(house.incident, who, { nowMs: Date.parse(house.now), playbooks, judgesOf }).filter(
        ({ kind }) => kind === 'approve',
      );
    const key = `approval:${desk.id}:0:pr`;
    expect(of(lang)).toMatchObject([{ key, dueMs: Date.parse('2026-03-02T14:15:00.000Z') }]);
    expect(of(jung)).toEqual([]);
    house.minute = 8;
    expect(of(jung)).toMatchObject([{ key, attention: 'amber' }]);
    desk.approve();
    expect(of(jung)).toEqual([]);
    expect(clocksOf(house.incident, new Map()).map((clock) => clock.key)).not.toContain(key);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aVariant, bound, House, HOUSE_CHAIN } from '../testing/index.js';
import type { Level } from '../level.js';
import type { CrisisRole } from '../crisis-role.js';
import { approvalStateOf } from './approval-state.js';
import { mayApprove } from './may-approve.js';
import { releaseOf } from './release-of.js';
import type { BoundVariant } from './statement-refs.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');
const weber = aPerson(5, 'Weber', 'legal');
const brandt = aPerson(6, 'Brandt', 'board');
const admin = aPerson(9, 'Sommer', 'admin');
const jung = aPerson(10, 'Jung', 'pr');

const german = aVariant('Wir prüfen Charge 7.');
const english = aVariant('We are checking batch 7.', { channel: 'website', language: 'en' });

describe('an approval', () => {
  let house: House;
  let id: number;

  beforeEach(() => {
    house = new House(meier, {}, { level: 3 });
  });

  function draft(by = oeztuerk, ...variants: (typeof german)[]): void {
    id = house.incident.version + 1;
    house.does(by, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      step: null,
      template: null,
      core: 'Wir prüfen',
      claims: [],
      corrects: null,
      promise: null,
      chain: HOUSE_CHAIN,
      variants: variants.length === 0 ? [german] : variants,
    });
  }
  const ask = (by = oeztuerk, ...variants: BoundVariant[]) =>
    house.does(by, {
      type: 'ask-approval',
      statement: id,
      variants: variants.length === 0 ? [bound(german)] : variants.map(bound),
      note: null,
    });
  const yes = (role: CrisisRole, ...variants: BoundVariant[]) =>
    ({
      type: 'approve-wording',
      statement: id,
      variants: variants.length === 0 ? [bound(german)] : variants.map(bound),
      role,
      note: null,
      proof: 'totp',
    }) as const;
  const level = (to: Level) =>
    house.does(meier, { type: 'override-level', level: to, reason: 'es weht' });
  const seat = (role: CrisisRole, person: typeof meier, deputy: typeof meier | null = null) =>
    house.does(meier, { type: 'assign-role', role, person, deputy });
  const statement = () => house.incident.statements[0]!;
  const release = (of: BoundVariant = german) =>
    releaseOf(house.incident, statement(), of, of.hash, house.now, true);
  const state = () =>
    approvalStateOf(house.incident, statement(), statement().variants[0]!, house.now);

  it('of Lang releases what Öztürk wrote, at level 3', () => {
    draft();
    expect(release().refusal?.code).toBe('approval-not-asked');
    ask();
    expect(release().refusal).toMatchObject({ code: 'approval-missing', params: { roles: 'pr' } });
    expect(house.does(lang, yes('pr'))).toMatchObject([{ role: 'pr', standing: 'holder' }]);
    expect(release().how).toBe('approved');
  });

  it('is not given by whoever wrote, revised, or asked', () => {
    draft(lang);
    ask(jung);
    expect(house.refuses(lang, yes('pr')).code).toBe('author-approves');
    expect(house.refuses(jung, yes('pr')).code).toBe('author-approves');
    expect(house.does(meier, yes('pr'))).toMatchObject([{ standing: 'stand-in' }]);
  });

  it('counts no more once its giver has worked on another text of the same statement', () => {
    draft(oeztuerk, german, english);
    ask(oeztuerk, german, english);
    house.does(lang, yes('pr', german, english));
    expect(release(german).how).toBe('approved');
    const better = aVariant('We check batch 7.', english);
    house.does(lang, { type: 'write-variant', statement: id, base: 1, ...better });
    expect(release(german).refusal?.code).toBe('approval-missing');
    expect(state().voided).toHaveLength(1);
  });

  it('is not given by the administration', () => {
    draft();
    ask();
    expect(house.refuses(admin, yes('pr')).code).toBe('admin-approves');
    expect(house.refuses(voss, yes('legal'))).toMatchObject({
      code: 'approval-role-needed',
      params: { roles: 'pr' },
    });
  });

  it('is void after an edit, also when the old words are put back', () => {
    draft();
    ask();
    house.does(lang, yes('pr'));
    const other = aVariant('Wir prüfen.');
    house.does(oeztuerk, { type: 'write-variant', statement: id, base: 1, ...other });
    expect(release().refusal).toMatchObject({ code: 'wording-changed', params: { by: 'Öztürk' } });
    house.does(oeztuerk, { type: 'write-variant', statement: id, base: 2, ...german });
    expect(release().refusal?.code).toBe('approval-not-asked');
    ask();
    expect(release().refusal?.code).toBe('approval-missing');
  });

  it('of a version that was on screen is refused when it is no longer current', () => {
    draft();
    ask();
    const other = aVariant('Wir prüfen.');
    house.does(oeztuerk, { type: 'write-variant', statement: id, base: 1, ...other });
    expect(house.refuses(lang, yes('pr'))).toMatchObject({
      code: 'wording-changed',
      params: { by: 'Öztürk' },
    });
    const late = { type: 'write-variant', statement: id, base: 1, ...aVariant('Nein.') } as const;
    expect(house.refuses(jung, late)).toMatchObject({
      code: 'changed-meanwhile',
      params: { by: 'Öztürk' },
    });
  });

  it('is given for each language by itself', () => {
    draft(oeztuerk, german, english);
    ask(oeztuerk, german, english);
    house.does(lang, yes('pr', german));
    expect(release(german).how).toBe('approved');
    expect(release(english).refusal?.code).toBe('approval-missing');
  });

  it('takes two people for two places', () => {
    level(4);
    const both = aPerson(11, 'Beide', 'pr', 'legal');
    draft();
    ask();
    house.does(both, yes('pr'));
    expect(house.refuses(both, yes('legal'))).toMatchObject({
      code: 'approved-already',
      params: { role: 'pr' },
    });
    house.does(voss, yes('legal'));
    expect(release().how).toBe('approved');
  });

  it('waits for the stage before', () => {
    level(5);
    draft();
    ask();
    expect(house.refuses(brandt, yes('board'))).toMatchObject({
      code: 'approval-not-yet',
      params: { role: 'board' },
    });
    house.does(lang, yes('pr'));
    house.minute = 6;
    house.does(voss, yes('legal'));
    expect(state().stages[1]).toMatchObject({ opens: house.now });
    house.does(brandt, yes('board'));
    expect(release().how).toBe('approved');
  });

  it('goes to the seat, then to the deputy, then to the next rung', () => {
    seat('pr', lang, jung);
    draft();
    ask();
    expect(house.refuses(jung, yes('pr'))).toMatchObject({
      code: 'approval-not-yet',
      params: { name: 'Lang', from: '2026-03-02T14:08:00.000Z' },
    });
    house.minute = 8;
    expect(state().stages[0]?.places[0]).toMatchObject({
      turn: 'deputy',
      asked: [{ name: 'Lang' }, { name: 'Jung' }],
    });
    const places = (who: typeof meier) =>
      mayApprove(house.incident, statement(), statement().variants[0]!, who, house.now).places;
    expect(places(jung)).toMatchObject([{ standing: 'deputy' }]);
    house.minute = 15;
    seat('lead', aPerson(12, 'Groß', 'lead'), meier);
    expect(places(meier)).toMatchObject([{ standing: 'next-rung' }]);
    expect(places(aPerson(13, 'Fremd', 'pr'))).toEqual([]);
  });

  it('goes to the deputy at once when the holder says "not reachable"', () => {
    seat('pr', lang, jung);
    draft();
    ask();
    house.minute = 1;
    house.does(lang, { type: 'say-reachable', reachable: false, note: null });
    expect(house.does(jung, yes('pr'))).toMatchObject([{ standing: 'deputy' }]);
  });

  it('follows the strictest since it was asked: a rise adds people, a fall spares nobody', () => {
    draft();
    ask();
    house.does(lang, yes('pr'));
    expect(release().how).toBe('approved');
    house.minute = 30;
    level(4);
    expect(release().refusal).toMatchObject({ params: { roles: 'legal' } });
    expect(state().stages[0]?.opens).toBe(house.now);
    house.does(meier, { type: 'lift-override', reason: 'vorbei' });
    expect(release().refusal).toMatchObject({ params: { roles: 'legal' } });
    house.does(voss, yes('legal'));
    expect(release().how).toBe('approved');
    house.does(brandt, { type: 'set-impact', impact: 'C', reason: 'Verletzte' });
    expect(release().refusal).toMatchObject({ params: { roles: 'board' } });
  });

  it('is returned with a comment, and asked anew from the beginning', () => {
    level(4);
    draft();
    ask();
    house.does(lang, yes('pr'));
    const back = { statement: id, ...bound(german), role: 'legal' } as const;
    house.does(voss, { type: 'return-wording', ...back, comment: '„prüfen“ ist zu schwach' });
    expect(release().refusal).toMatchObject({ code: 'wording-refused', params: { by: 'Voss' } });
    expect(house.refuses(voss, yes('legal')).code).toBe('approval-not-asked');
    ask();
    expect(release().refusal).toMatchObject({ params: { roles: 'pr,legal' } });
  });

  it('is rejected with a reason, and the same words do not come back', () => {
    draft();
    ask();
    const back = { statement: id, ...bound(german), role: 'pr' } as const;
    expect(house.refuses(lang, { type: 'reject-wording', ...back, reason: ' ' }).code).toBe(
      'reason-missing',
    );
    house.does(lang, { type: 'reject-wording', ...back, reason: 'niemals' });
    expect(() => ask()).toThrow(expect.objectContaining({ code: 'wording-refused' }));
  });

  it('is taken back by its giver, and with it what was prepared', () => {
    draft();
    ask();
    house.does(lang, yes('pr'));
    const exit = { id: 1, name: 'Newsroom', kind: 'webhook' } as const;
    const out = { type: 'prepare-publication', statement: id, exit, plannedFor: null } as const;
    house.does(oeztuerk, {
      ...{ ...out, ...bound(german) },
      ...{ corrects: null, agreedNow: false, proof: 'totp' },
    });
    house.does(lang, {
      ...{ type: 'recall-wording', statement: id, ...bound(german), reason: 'Zahl falsch' },
    });
    expect(house.incident.publications).toMatchObject([{ state: 'withdrawn' }]);
    expect(release().refusal?.code).toBe('wording-refused');
  });

  it('is not given by whom it is about', () => {
    draft();
    ask();
    const bar = { person: lang, reason: 'es geht um ihn' };
    expect(house.refuses(oeztuerk, { type: 'bar-from-approving', ...bar }).code).toBe(
      'not-allowed',
    );
    house.does(lang, yes('pr'));
    house.does(voss, { type: 'bar-from-approving', ...bar });
    expect(release().refusal?.code).toBe('approval-missing');
    expect(house.refuses(lang, yes('pr'))).toMatchObject({
      code: 'approver-barred',
      params: { by: 'Voss' },
    });
    expect(house.refuses(voss, { type: 'lift-bar', person: voss, reason: 'x' }).code).toBe(
      'already-so',
    );
    house.does(meier, { type: 'bar-from-approving', person: voss, reason: 'auch' });
    expect(house.refuses(voss, { type: 'lift-bar', person: voss, reason: 'x' }).code).toBe(
      'second-person-needed',
    );
    house.does(meier, { type: 'lift-bar', person: lang, reason: 'Irrtum' });
    expect(release().how).toBe('approved');
  });

  it('needs as many as the quorum says', () => {
    const chain = [
      {
        levelFrom: 0 as const,
        impactFrom: null,
        publicWithinMinutes: 60,
        stages: [
          {
            roles: ['pr', 'legal', 'board'] as const,
            quorum: 2,
            minutes: 15,
            deputyAfterMinutes: 8,
          },
        ],
      },
    ];
    id = house.incident.version + 1;
    house.does(oeztuerk, {
      type: 'draft-statement',
      title: 'Zwei von dreien',
      purpose: 'statement',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      chain,
      variants: [german],
    });
    ask();
    house.does(lang, yes('pr'));
    expect(release().refusal?.code).toBe('approval-missing');
    house.does(brandt, yes('board'));
    expect(release().how).toBe('approved');
    expect(state().stages[0]?.places[1]?.turn).toBe('spared');
    expect(house.refuses(weber, yes('legal')).code).toBe('already-so');
  });

  it('is nothing for an incident that was merged, and still possible after the all-clear', () => {
    draft();
    house.does(meier, {
      ...{ type: 'give-all-clear', note: '', confirmed: [], reason: 'Ruhe' },
    });
    ask();
    house.does(lang, yes('pr'));
    expect(release().how).toBe('approved');
  });
});

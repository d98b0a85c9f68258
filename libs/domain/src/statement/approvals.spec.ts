import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApprovalDesk } from '../testing/approval-desk.js';
import { aVariant, bound } from '../testing/index.js';
import { WORDS_CAST } from '../testing/words-cast.js';

const { meier, lang, oeztuerk, voss, admin, jung } = WORDS_CAST;

describe('an approval', () => {
  let desk: ApprovalDesk;
  let house: ApprovalDesk['house'];

  beforeEach(() => {
    desk = new ApprovalDesk();
    house = desk.house;
  });

  it('of Lang releases what Öztürk wrote, at level 3', () => {
    desk.draft();
    expect(desk.release().refusal?.code).toBe('approval-not-asked');
    desk.ask();
    expect(desk.release().refusal).toMatchObject({
      code: 'approval-missing',
      params: { roles: 'pr' },
    });
    expect(house.does(lang, desk.yes('pr'))).toMatchObject([{ role: 'pr', standing: 'holder' }]);
    expect(desk.release().how).toBe('approved');
  });

  it('is not given by whoever wrote, revised, or asked', () => {
    desk.draft(lang);
    desk.ask(jung);
    expect(house.refuses(lang, desk.yes('pr')).code).toBe('author-approves');
    expect(house.refuses(jung, desk.yes('pr')).code).toBe('author-approves');
    expect(house.does(meier, desk.yes('pr'))).toMatchObject([{ standing: 'stand-in' }]);
  });

  it('counts no more once its giver has worked on another text of the same statement', () => {
    desk.draft(oeztuerk, desk.german, desk.english);
    desk.ask(oeztuerk, desk.german, desk.english);
    house.does(lang, desk.yes('pr', desk.german, desk.english));
    expect(desk.release(desk.german).how).toBe('approved');
    const better = aVariant('We check batch 7.', desk.english);
    house.does(lang, { type: 'write-variant', statement: desk.id, base: 1, ...better });
    expect(desk.release(desk.german).refusal?.code).toBe('approval-missing');
    expect(desk.state().voided).toHaveLength(1);
  });

  it('is not given by the administration', () => {
    desk.draft();
    desk.ask();
    expect(house.refuses(admin, desk.yes('pr')).code).toBe('admin-approves');
    expect(house.refuses(voss, desk.yes('legal'))).toMatchObject({
      code: 'approval-role-needed',
      params: { roles: 'pr' },
    });
  });

  it('is void after an edit, also when the old words are put back', () => {
    desk.draft();
    desk.ask();
    house.does(lang, desk.yes('pr'));
    const other = aVariant('Wir prüfen.');
    house.does(oeztuerk, { type: 'write-variant', statement: desk.id, base: 1, ...other });
    expect(desk.release().refusal).toMatchObject({
      code: 'wording-changed',
      params: { by: 'Öztürk' },
    });
    house.does(oeztuerk, { type: 'write-variant', statement: desk.id, base: 2, ...desk.german });
    expect(desk.release().refusal?.code).toBe('approval-not-asked');
    desk.ask();
    expect(desk.release().refusal?.code).toBe('approval-missing');
  });

  it('of a version that was on screen is refused when it is no longer current', () => {
    desk.draft();
    desk.ask();
    const other = aVariant('Wir prüfen.');
    house.does(oeztuerk, { type: 'write-variant', statement: desk.id, base: 1, ...other });
    expect(house.refuses(lang, desk.yes('pr'))).toMatchObject({
      code: 'wording-changed',
      params: { by: 'Öztürk' },
    });
    const late = {
      type: 'write-variant',
      statement: desk.id,
      base: 1,
      ...aVariant('Nein.'),
    } as const;
    expect(house.refuses(jung, late)).toMatchObject({
      code: 'changed-meanwhile',
      params: { by: 'Öztürk' },
    });
  });

  it('is given for each language by itself', () => {
    desk.draft(oeztuerk, desk.german, desk.english);
    desk.ask(oeztuerk, desk.german, desk.english);
    house.does(lang, desk.yes('pr', desk.german));
    expect(desk.release(desk.german).how).toBe('approved');
    expect(desk.release(desk.english).refusal?.code).toBe('approval-missing');
  });

  it('is returned with a comment, and asked anew from the beginning', () => {
    desk.level(4);
    desk.draft();
    desk.ask();
    house.does(lang, desk.yes('pr'));
    const back = { statement: desk.id, ...bound(desk.german), role: 'legal' } as const;
    house.does(voss, { type: 'return-wording', ...back, comment: '„prüfen“ ist zu schwach' });
    expect(desk.release().refusal).toMatchObject({
      code: 'wording-refused',
      params: { by: 'Voss' },
    });
    expect(house.refuses(voss, desk.yes('legal')).code).toBe('approval-not-asked');
    desk.ask();
    expect(desk.release().refusal).toMatchObject({ params: { roles: 'pr,legal' } });
  });

  it('is rejected with a reason, and the same words do not come back', () => {
    desk.draft();
    desk.ask();
    const back = { statement: desk.id, ...bound(desk.german), role: 'pr' } as const;
    expect(house.refuses(lang, { type: 'reject-wording', ...back, reason: ' ' }).code).toBe(
      'reason-missing',
    );
    house.does(lang, { type: 'reject-wording', ...back, reason: 'niemals' });
    expect(() => desk.ask()).toThrow(expect.objectContaining({ code: 'wording-refused' }));
  });

  it('is taken back by its giver, and with it what was prepared', () => {
    desk.draft();
    desk.ask();
    house.does(lang, desk.yes('pr'));
    const exit = { id: 1, name: 'Newsroom', kind: 'webhook' } as const;
    const out = {
      type: 'prepare-publication',
      statement: desk.id,
      exit,
      plannedFor: null,
    } as const;
    house.does(oeztuerk, {
      ...{ ...out, ...bound(desk.german) },
      ...{ corrects: null, agreedNow: false, proof: 'totp' },
    });
    house.does(lang, {
      ...{
        type: 'recall-wording',
        statement: desk.id,
        ...bound(desk.german),
        reason: 'Zahl falsch',
      },
    });
    expect(house.incident.publications).toMatchObject([{ state: 'withdrawn' }]);
    expect(desk.release().refusal?.code).toBe('wording-refused');
  });

  it('is not given by whom it is about', () => {
    desk.draft();
    desk.ask();
    const bar = { person: lang, reason: 'es geht um ihn' };
    expect(house.refuses(oeztuerk, { type: 'bar-from-approving', ...bar }).code).toBe(
      'not-allowed',
    );
    house.does(lang, desk.yes('pr'));
    house.does(voss, { type: 'bar-from-approving', ...bar });
    expect(desk.release().refusal?.code).toBe('approval-missing');
    expect(house.refuses(lang, desk.yes('pr'))).toMatchObject({
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
    expect(desk.release().how).toBe('approved');
  });

  it('is nothing for an incident that was merged, and still possible after the all-clear', () => {
    desk.draft();
    house.does(meier, {
      ...{ type: 'give-all-clear', note: '', confirmed: [], reason: 'Ruhe' },
    });
    desk.ask();
    house.does(lang, desk.yes('pr'));
    expect(desk.release().how).toBe('approved');
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApprovalDesk } from '../testing/approval-desk.js';
import { aPerson } from '../testing/index.js';
import { WORDS_CAST } from '../testing/words-cast.js';
import { mayApprove } from './may-approve.js';

const { meier, lang, oeztuerk, voss, weber, brandt, jung } = WORDS_CAST;

describe('the turn to approve', () => {
  let desk: ApprovalDesk;
  let house: ApprovalDesk['house'];

  beforeEach(() => {
    desk = new ApprovalDesk();
    house = desk.house;
  });

  it('takes two people for two places', () => {
    desk.level(4);
    const both = aPerson(11, 'Beide', 'pr', 'legal');
    desk.draft();
    desk.ask();
    house.does(both, desk.yes('pr'));
    expect(house.refuses(both, desk.yes('legal'))).toMatchObject({
      code: 'approved-already',
      params: { role: 'pr' },
    });
    house.does(voss, desk.yes('legal'));
    expect(desk.release().how).toBe('approved');
  });

  it('waits for the stage before', () => {
    desk.level(5);
    desk.draft();
    desk.ask();
    expect(house.refuses(brandt, desk.yes('board'))).toMatchObject({
      code: 'approval-not-yet',
      params: { role: 'board' },
    });
    house.does(lang, desk.yes('pr'));
    house.minute = 6;
    house.does(voss, desk.yes('legal'));
    expect(desk.state().stages[1]).toMatchObject({ opens: house.now });
    house.does(brandt, desk.yes('board'));
    expect(desk.release().how).toBe('approved');
  });

  it('goes to the seat, then to the deputy, then to the next rung', () => {
    desk.seat('pr', lang, jung);
    desk.draft();
    desk.ask();
    expect(house.refuses(jung, desk.yes('pr'))).toMatchObject({
      code: 'approval-not-yet',
      params: { name: 'Lang', from: '2026-03-02T14:08:00.000Z' },
    });
    house.minute = 8;
    expect(desk.state().stages[0]?.places[0]).toMatchObject({
      turn: 'deputy',
      asked: [{ name: 'Lang' }, { name: 'Jung' }],
    });
    const places = (who: typeof meier) =>
      mayApprove(house.incident, desk.statement(), desk.statement().variants[0]!, who, house.now)
        .places;
    expect(places(jung)).toMatchObject([{ standing: 'deputy' }]);
    house.minute = 15;
    desk.seat('lead', aPerson(12, 'Groß', 'lead'), meier);
    expect(places(meier)).toMatchObject([{ standing: 'next-rung' }]);
    expect(places(aPerson(13, 'Fremd', 'pr'))).toEqual([]);
  });

  it('goes to the deputy at once when the holder says "not reachable"', () => {
    desk.seat('pr', lang, jung);
    desk.draft();
    desk.ask();
    house.minute = 1;
    house.does(lang, { type: 'say-reachable', reachable: false, note: null });
    expect(house.does(jung, desk.yes('pr'))).toMatchObject([{ standing: 'deputy' }]);
  });

  it('follows the strictest since it was asked: a rise adds people, a fall spares nobody', () => {
    desk.draft();
    desk.ask();
    house.does(lang, desk.yes('pr'));
    expect(desk.release().how).toBe('approved');
    house.minute = 30;
    desk.level(4);
    expect(desk.release().refusal).toMatchObject({ params: { roles: 'legal' } });
    expect(desk.state().stages[0]?.opens).toBe(house.now);
    house.does(meier, { type: 'lift-override', reason: 'vorbei' });
    expect(desk.release().refusal).toMatchObject({ params: { roles: 'legal' } });
    house.does(voss, desk.yes('legal'));
    expect(desk.release().how).toBe('approved');
    house.does(brandt, { type: 'set-impact', impact: 'C', reason: 'Verletzte' });
    expect(desk.release().refusal).toMatchObject({ params: { roles: 'board' } });
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
    desk.id = house.incident.version + 1;
    house.does(oeztuerk, {
      type: 'draft-statement',
      title: 'Zwei von dreien',
      purpose: 'statement',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      chain,
      variants: [desk.german],
    });
    desk.ask();
    house.does(lang, desk.yes('pr'));
    expect(desk.release().refusal?.code).toBe('approval-missing');
    house.does(brandt, desk.yes('board'));
    expect(desk.release().how).toBe('approved');
    expect(desk.state().stages[0]?.places[1]?.turn).toBe('spared');
    expect(house.refuses(weber, desk.yes('legal')).code).toBe('already-so');
  });
});

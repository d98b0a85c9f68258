import { beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aVariant, bound, House, HOUSE_CHAIN } from '@sturmwarte/domain/testing';
import { approvalQueue } from './approval-queue.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const jung = aPerson(3, 'Jung', 'pr');
const oeztuerk = aPerson(4, 'Öztürk', 'community');
const voss = aPerson(5, 'Voss', 'legal');
const text = aVariant('Wir prüfen Charge 7.');
const english = aVariant('We check batch 7.', { channel: 'website', language: 'en' });

describe('the queue of approvals', () => {
  let house: House;
  beforeEach(() => {
    house = new House(meier, {}, { level: 4 });
    house.does(meier, { type: 'assign-role', role: 'pr', person: lang, deputy: jung });
  });
  function asked(title: string): number {
    const statement = house.incident.version + 1;
    house.does(oeztuerk, {
      type: 'draft-statement',
      title,
      purpose: 'holding',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      ...{ chain: HOUSE_CHAIN, variants: [text, english] },
    });
    house.does(oeztuerk, {
      type: 'ask-approval',
      ...{ statement, variants: [bound(text), bound(english)], note: null },
    });
    return statement;
  }
  const queue = (me: typeof lang, at = house.now) =>
    approvalQueue([{ id: 1, incident: house.incident }], me, at);

  it('shows those who are asked what waits for them, with the end of the box and the deputy', () => {
    asked('Erste Worte');
    const [item] = queue(lang);
    expect(item).toMatchObject({ isMine: true, statement: { title: 'Erste Worte' } });
    expect(item?.waiting).toHaveLength(2);
    const asks = Date.parse(item?.waiting[0]?.variant.asked?.at ?? '');
    expect(Date.parse(item?.dueAt ?? '') - asks).toBe(15 * 60_000);
    expect(Date.parse(item?.deputyAt ?? '') - asks).toBe(8 * 60_000);
    expect(item?.roles).toEqual(['legal']);
  });

  it('shows authors that it waits for others', () => {
    asked('Erste Worte');
    expect(queue(oeztuerk)[0]).toMatchObject({ isMine: false, asked: [{ name: 'Lang' }] });
  });

  it('tells the deputy when their time begins, and is theirs from then on', () => {
    asked('Erste Worte');
    const [waiting] = queue(jung)[0]?.waiting ?? [];
    expect(waiting?.places).toEqual([]);
    expect(waiting?.mineFrom).not.toBeNull();
    const [later] = queue(jung, waiting?.mineFrom ?? '');
    expect(later?.isMine).toBe(true);
    expect(later?.waiting[0]?.places).toMatchObject([{ role: 'pr', standing: 'deputy' }]);
  });

  it('puts mine first, and forgets what is through', () => {
    const first = asked('Erste');
    asked('Zweite');
    for (const [who, role] of [[lang, 'pr'] as const, [voss, 'legal'] as const]) {
      house.does(who, {
        type: 'approve-wording',
        ...{ statement: first, variants: [bound(text), bound(english)], role, note: null },
        proof: 'totp',
      });
      if (who === lang) {
        expect(queue(lang).map(({ statement }) => statement.title)).toEqual(['Zweite', 'Erste']);
      }
    }
    expect(queue(voss).map(({ statement }) => statement.title)).toEqual(['Zweite']);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aVariant, bound, House, HOUSE_CHAIN } from '@sturmwarte/domain/testing';
import { standingOf, type VariantStanding } from './variant-standing.js';
import { rolesLostBy, whoMayApprove } from './who-may-approve.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');
const weber = aPerson(5, 'Weber', 'legal');
const all = [meier, lang, oeztuerk, voss, weber];
const text = aVariant('Wir prüfen Charge 7.');

describe('a text in the list of a room', () => {
  let house: House;
  let id: number;
  beforeEach(() => {
    house = new House(meier, {}, { level: 4 });
    id = house.incident.version + 1;
    house.does(oeztuerk, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      ...{ chain: HOUSE_CHAIN, variants: [text] },
    });
  });
  const standing = (): VariantStanding => {
    const [statement] = house.incident.statements;
    const variant = statement?.variants[0];
    if (statement === undefined || variant === undefined) throw new Error('nothing drafted');
    return standingOf(house.incident, statement, variant, house.now);
  };
  const asks = () =>
    house.does(oeztuerk, {
      type: 'ask-approval',
      ...{ statement: id, variants: [bound(text)], note: null },
    });
  const approves = (who: typeof lang, role: 'pr' | 'legal') =>
    house.does(who, {
      type: 'approve-wording',
      ...{ statement: id, variants: [bound(text)], role, note: null },
      proof: 'totp',
    });

  it('is a draft, then counts its yes-words, then is approved', () => {
    expect(standing()).toMatchObject({ kind: 'draft' });
    asks();
    expect(standing()).toMatchObject({ kind: 'waiting', given: 0, needed: 2 });
    approves(lang, 'pr');
    expect(standing()).toMatchObject({ kind: 'waiting', given: 1, needed: 2 });
    approves(voss, 'legal');
    expect(standing().kind).toBe('approved');
  });

  it('says that its approval is void, and whose, after an edit', () => {
    asks();
    approves(lang, 'pr');
    house.does(oeztuerk, {
      type: 'write-variant',
      ...{ statement: id, base: 1, ...aVariant('Wir prüfen Charge 8.') },
    });
    expect(standing()).toMatchObject({ kind: 'voided', lastVoided: { by: { name: 'Lang' } } });
  });

  it('says that it was returned', () => {
    asks();
    house.does(voss, {
      type: 'return-wording',
      ...{ statement: id, role: 'legal', comment: 'Charge nennen', ...bound(text) },
    });
    expect(standing().kind).toBe('returned');
  });

  it('tells who could approve, and who wrote and cannot', () => {
    const [statement] = house.incident.statements;
    const variant = statement?.variants[0];
    if (statement === undefined || variant === undefined) throw new Error('nothing drafted');
    const roles = whoMayApprove(house.incident, statement, variant, all, house.now);
    const named = roles.map(({ role, could }) => [role, could.map(({ name }) => name)]);
    expect(named).toEqual([
      ['pr', ['Lang']],
      ['legal', ['Voss', 'Weber']],
    ]);
  });

  it('warns before the last who could approve becomes an author', () => {
    const [statement] = house.incident.statements;
    const variant = statement?.variants[0];
    if (statement === undefined || variant === undefined) throw new Error('nothing drafted');
    const lost = (person: number) =>
      rolesLostBy(person, house.incident, statement, variant, all, house.now);
    expect(lost(lang.id)).toEqual(['pr']);
    expect(lost(voss.id)).toEqual([]);
    expect(lost(oeztuerk.id)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkAccountChange, isWorkingAdmin, type AccountFacts } from './account.js';
import { DomainError } from './errors.js';
import { ROLES } from './roles.js';

const admin = (id: number, more: Partial<AccountFacts> = {}): AccountFacts => ({
  id,
  active: true,
  joined: true,
  grants: [{ role: 'admin', brandId: null }],
  ...more,
});

describe('changes of accounts', () => {
  it('one of two administrators may step down', () => {
    checkAccountChange([admin(1), admin(2)], admin(1, { grants: [] }), 1);
  });

  it('the last one may not, and an invitation that was never accepted does not count', () => {
    const house = [admin(1), admin(2, { joined: false }), admin(3, { active: false })];
    expect(() => checkAccountChange(house, admin(1, { grants: [] }), 1)).toThrow('last-admin');
  });

  it('an administrator of one brand does not keep the house', () => {
    const house = [admin(1), admin(2, { grants: [{ role: 'admin', brandId: 7 }] })];
    expect(() => checkAccountChange(house, admin(1, { active: false }), 2)).toThrow('last-admin');
  });

  it('nobody deactivates themselves', () => {
    const change = () => checkAccountChange([admin(1), admin(2)], admin(1, { active: false }), 1);
    expect(change).toThrow('own-account');
  });

  it('a house with a working administrator keeps one through any series of changes', () => {
    const account = (ids: number) =>
      fc.record({
        id: fc.integer({ min: 1, max: ids }),
        active: fc.boolean(),
        joined: fc.boolean(),
        grants: fc.array(
          fc.record({ role: fc.constantFrom(...ROLES), brandId: fc.constantFrom(null, 1) }),
          { maxLength: 3 },
        ),
      });
    fc.assert(
      fc.property(fc.array(fc.tuple(account(4), fc.integer({ min: 1, max: 4 }))), (changes) => {
        let house: AccountFacts[] = [admin(1), admin(2, { grants: [] })];
        for (const [after, actor] of changes) {
          try {
            checkAccountChange(house, after, actor);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            continue;
          }
          house = [...house.filter(({ id }) => id !== after.id), after];
        }
        expect(house.some(isWorkingAdmin)).toBe(true);
      }),
    );
  });
});

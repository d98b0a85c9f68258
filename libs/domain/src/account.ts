import { DomainError } from './errors.js';
import type { Grant } from './roles.js';

/** What the rules about accounts look at. */
export interface AccountFacts {
  readonly id: number;
  readonly active: boolean;
  /** Has chosen a password, so can sign in. */
  readonly joined: boolean;
  readonly grants: readonly Grant[];
}

/** Can this account manage people today? */
export function isWorkingAdmin({ active, joined, grants }: AccountFacts): boolean {
  const admin = grants.some(({ role, brandId }) => role === 'admin' && brandId === null);
  return active && joined && admin;
}

/**
 * May this account become that? A house must keep an administrator who can sign in (`last-admin`), and nobody
 * deactivates themselves (`own-account`): it would be noticed by nobody.
 */
export function checkAccountChange(
  everyone: readonly AccountFacts[],
  after: AccountFacts,
  actorId: number,
): void {
  if (after.id === actorId && !after.active) throw new DomainError('own-account');
  const before = everyone.find(({ id }) => id === after.id);
  if (!before || !isWorkingAdmin(before) || isWorkingAdmin(after)) return;
  const others = everyone.filter(({ id }) => id !== after.id);
  if (!others.some(isWorkingAdmin)) throw new DomainError('last-admin');
}

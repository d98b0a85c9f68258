import type { Grant } from '@sturmwarte/domain';
import type { Person } from '@sturmwarte/store';

export interface AccountChange {
  readonly action: 'person.changed' | 'person.activated' | 'person.deactivated' | 'grants.changed';
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the audit list says about a change of an account; nothing when nothing changed. */
export function accountChanges(before: Person, after: Person): AccountChange[] {
  const changes: AccountChange[] = [];
  if (before.name !== after.name) {
    const details = { before: { name: before.name }, after: { name: after.name } };
    changes.push({ action: 'person.changed', details });
  }
  if (before.active !== after.active) {
    changes.push({ action: after.active ? 'person.activated' : 'person.deactivated', details: {} });
  }
  if (keyOf(before.grants) !== keyOf(after.grants)) {
    const details = { before: { grants: before.grants }, after: { grants: after.grants } };
    changes.push({ action: 'grants.changed', details });
  }
  return changes;
}

function keyOf(grants: readonly Grant[]): string {
  return grants
    .map(({ role, brandId }) => `${role}:${brandId ?? ''}`)
    .sort()
    .join(' ');
}

import type { CrisisRole } from '../crisis-role.js';

/** Roles that may say "this law may concern us" although the decision is another's. */
const PROPOSERS: readonly CrisisRole[] = ['community', 'lead'];

/** May somebody with these roles set a legal clock, propose it, or neither? `setters` is part of the clock's rule. */
export function clockRight(
  setters: readonly CrisisRole[],
  held: readonly CrisisRole[],
): 'set' | 'propose' | 'none' {
  if (held.some((role) => setters.includes(role))) return 'set';
  return held.some((role) => PROPOSERS.includes(role)) ? 'propose' : 'none';
}

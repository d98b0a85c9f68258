import { DomainError, may, type Right } from '@sturmwarte/domain';
import type { Principal } from './principal.js';

/** Refuses unless the person holds the right for this brand (`null`: for the whole house). */
export function requireRight(
  principal: Pick<Principal, 'grants'>,
  right: Right,
  brandId: number | null,
): void {
  if (!may(principal.grants, right, brandId)) throw new DomainError('not-allowed', { right });
}

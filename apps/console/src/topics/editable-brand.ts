import { may, type Grant } from '@sturmwarte/domain';

/** A brand whose topics this person may edit; null: those of all brands, or of none. */
export function editableBrand(grants: readonly Grant[]): number | null {
  const held = grants.filter((grant) => may([grant], 'topics.edit', grant.brandId));
  return held.some((grant) => grant.brandId === null) ? null : (held[0]?.brandId ?? null);
}

import type { HouseWording } from '@sturmwarte/contracts';
import type { WordingContext } from '@sturmwarte/domain';

/** What the lint is told of the house's own words, for a text of this brand (null: of all brands). */
export function houseContext(
  house: HouseWording | undefined,
  brandId: number | null,
): Pick<WordingContext, 'houseRules' | 'address'> {
  if (house === undefined) return {};
  return {
    houseRules: house.rules.filter((rule) => rule.brandId === null || rule.brandId === brandId),
    address: house.addresses.find((one) => one.brandId === brandId)?.address ?? null,
  };
}

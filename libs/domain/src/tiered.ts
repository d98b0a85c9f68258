import { OUTLET_TIERS, type Mention } from './mention.js';
import type { Source } from './source.js';

/**
 * A mention from a source that is an outlet carries the outlet's tier and, where it names none, its name. A heavier
 * tier of its own stays: an agency's piece in a regional feed is an agency's piece.
 */
export function tiered(mention: Mention, source: Pick<Source, 'name' | 'outletTier'>): Mention {
  if (source.outletTier === 'none') return mention;
  const weight = OUTLET_TIERS.indexOf(source.outletTier);
  const outletTier =
    OUTLET_TIERS.indexOf(mention.outletTier) > weight ? mention.outletTier : source.outletTier;
  return { ...mention, outletTier, outlet: mention.outlet ?? source.name };
}

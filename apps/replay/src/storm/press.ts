import type { Channel, OutletTier } from '@sturmwarte/domain';
import type { Random } from '../scenario/random.js';
import { gaussian } from './chance.js';
import type { Tongue } from './speech.js';

/** An invented medium. */
export interface Outlet {
  readonly name: string;
  readonly tier: OutletTier;
  readonly channel: Channel;
  readonly lang: Tongue;
}

const TYPICAL_GAP_MINUTES = 9;
const GAP_SPREAD = 0.7;

/** When which outlet writes, minutes from the first article: small ones first, gaps of very different length. */
export function newsWave(
  outlets: readonly Outlet[],
  random: Random,
): { readonly minute: number; readonly outlet: Outlet }[] {
  let minute = 0;
  return outlets.map((outlet) => {
    const told = { minute: Math.round(minute), outlet };
    minute += TYPICAL_GAP_MINUTES * Math.exp(GAP_SPREAD * gaussian(random));
    return told;
  });
}

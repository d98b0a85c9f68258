import { CHANNELS, OUTLET_TIERS, type Multiplier } from '@sturmwarte/domain';
import { groupBy } from './group-by.js';
import type { Heard } from './heard.js';

const MOST = 5;
/** Heard by so many, or by ten times as many as the others and at least by a thousand. */
const MANY = 10_000;
const FEW = 1_000;
const TIMES_MEDIAN = 10;
/** A house with editors carries weight whatever its followers. */
const EDITED = OUTLET_TIERS.indexOf('online');

/** Critics whom many hear, and media, by their reach. */
export function multipliersIn(heard: readonly Heard[]): Multiplier[] {
  const voices = [...groupBy(heard, speakerOf).values()].map((mentions) => {
    const loudest = mentions.toSorted((a, b) => (reachOf(b) ?? 0) - (reachOf(a) ?? 0))[0];
    const tier = Math.max(...mentions.map(({ row }) => row.tier));
    return { mentions, loudest, tier, reach: loudest === undefined ? null : reachOf(loudest) };
  });
  const known = voices.flatMap(({ reach }) => reach ?? []).sort((a, b) => a - b);
  const median = known[Math.floor(known.length / 2)] ?? 0;
  const least = Math.min(MANY, Math.max(FEW, TIMES_MEDIAN * median));
  return voices
    .filter(({ reach, tier }) => (reach ?? 0) >= least || tier >= EDITED)
    .sort((a, b) => (b.reach ?? b.tier * MANY) - (a.reach ?? a.tier * MANY))
    .slice(0, MOST)
    .flatMap(({ mentions, loudest, tier, reach }) => {
      if (loudest === undefined) return [];
      const { id, channel } = loudest.row;
      return [
        {
          mentionId: id,
          channel: CHANNELS[channel] ?? 'other',
          reach,
          isOutlet: tier > 0,
          mentions: mentions.length,
        },
      ];
    });
}

function speakerOf({ row }: Heard): string | null {
  return row.tier > 0 && row.outlet !== null ? `outlet ${row.outlet}` : row.authorKey;
}

function reachOf({ row: { followers, reach } }: Heard): number | null {
  const known = Math.max(followers ?? 0, reach ?? 0);
  return known > 0 ? known : null;
}

import type { OutletTier } from '../mention.js';

/** An outlet that has taken the story up. */
export interface MediaVoice {
  readonly outlet: string;
  readonly tier: OutletTier;
}

const WEIGHT: Readonly<Record<OutletTier, number>> = {
  broadcast: 4,
  print: 3,
  online: 2,
  blog: 1,
  none: 0,
};

/** The outlets among these mentions, each once, those heard furthest first. */
export function mediaEcho(
  mentions: readonly { readonly outlet: string | null; readonly outletTier: OutletTier }[],
): MediaVoice[] {
  const voices = new Map<string, MediaVoice>();
  for (const { outlet, outletTier: tier } of mentions) {
    if (outlet === null || tier === 'none' || voices.has(outlet)) continue;
    voices.set(outlet, { outlet, tier });
  }
  return [...voices.values()].sort(
    (a, b) => WEIGHT[b.tier] - WEIGHT[a.tier] || a.outlet.localeCompare(b.outlet),
  );
}

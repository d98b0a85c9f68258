import type { OutletChannel } from './outlet-channel.js';

/**
 * Characters a text may have. The platforms' own limits for X, Bluesky, Mastodon and Instagram; the
 * house's for Facebook and LinkedIn, where nobody reads on; none where space is no question.
 */
export const OUTLET_LIMITS: Readonly<Record<OutletChannel, number | null>> = {
  x: 280,
  bluesky: 300,
  mastodon: 500,
  instagram: 2200,
  facebook: 900,
  linkedin: 900,
  website: null,
  press: null,
  hotline: null,
  staff: null,
  letter: null,
};

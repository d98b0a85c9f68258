/** Where we speak. `letter`: a message to named people (customers affected, dealers, an authority). */
export const OUTLET_CHANNELS = [
  'x',
  'bluesky',
  'mastodon',
  'instagram',
  'facebook',
  'linkedin',
  'website',
  'press',
  'hotline',
  'staff',
  'letter',
] as const;
export type OutletChannel = (typeof OUTLET_CHANNELS)[number];

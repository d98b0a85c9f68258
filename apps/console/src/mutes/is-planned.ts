import type { MuteView } from '@sturmwarte/contracts';

/** The page's clock shows whole seconds and is a little off: what was set this moment has begun. */
const LEEWAY_MS = 5_000;

/** Its time is still to come. */
export function isPlanned({ from }: Pick<MuteView, 'from'>, now: number): boolean {
  return Date.parse(from) > now + LEEWAY_MS;
}

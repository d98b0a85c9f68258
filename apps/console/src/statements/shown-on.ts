import type { OutletChannel } from '@sturmwarte/domain';

/** Where people must press "more" to read on; about so many characters. None: all is seen. */
const FOLD_AFTER: Readonly<Partial<Record<OutletChannel, number>>> = {
  instagram: 125,
  facebook: 477,
  linkedin: 210,
};

/** What a reader sees at once, and what lies behind the fold; cut between words. */
export function shownOn(
  channel: OutletChannel,
  text: string,
): { readonly seen: string; readonly folded: string } {
  const most = FOLD_AFTER[channel];
  if (most === undefined || text.length <= most) return { seen: text, folded: '' };
  const gap = text.lastIndexOf(' ', most);
  const at = gap > most / 2 ? gap : most;
  return { seen: text.slice(0, at), folded: text.slice(at) };
}

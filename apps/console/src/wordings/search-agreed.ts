import type { AgreedView } from '@sturmwarte/contracts';
import type { OutletChannel } from '@sturmwarte/domain';

export const AGREED_FILTERS = ['valid', 'waiting', 'soon', 'expired', 'withdrawn'] as const;
export type AgreedFilter = (typeof AGREED_FILTERS)[number];

export interface AgreedSearch {
  readonly words?: string | undefined;
  readonly brand?: number | undefined;
  readonly outlet?: OutletChannel | undefined;
  readonly standing?: AgreedFilter | undefined;
}

/** So long before the end somebody should look at the words again. */
export const SOON_MS = 30 * 86_400_000;

/** Wordings that say every word and fit the rest. Without a filter those withdrawn stay away. */
export function searchAgreed(
  all: readonly AgreedView[],
  { words = '', brand, outlet, standing }: AgreedSearch,
  now: number,
): readonly AgreedView[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter((one) => {
    const said = folded([one.title, ...one.variants.map(({ text }) => text)].join(' '));
    return (
      wanted.every((word) => said.includes(word)) &&
      // Words for all brands are this brand's, too.
      (brand === undefined || one.brandId === null || one.brandId === brand) &&
      (outlet === undefined || one.variants.some(({ channel }) => channel === outlet)) &&
      stands(one, standing, now)
    );
  });
}

export function endsSoon({ standing, validUntil }: AgreedView, now: number): boolean {
  return standing === 'valid' && Date.parse(validUntil) - now < SOON_MS;
}

function stands(one: AgreedView, filter: AgreedFilter | undefined, now: number): boolean {
  if (filter === undefined) return one.standing !== 'withdrawn';
  if (filter === 'soon') return endsSoon(one, now);
  if (filter === 'waiting') return one.standing === 'waiting' || one.standing === 'returned';
  return one.standing === filter;
}

/** As people type it: without capitals and dots above letters. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

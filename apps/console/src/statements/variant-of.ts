import type { Variant, VariantKey, VariantVersion } from '@sturmwarte/domain';

/** One name for a channel in a language, e.g. of a tab. */
export const keyOf = ({ channel, language }: VariantKey): string => `${channel}-${language}`;

export const isSameVariant = (one: VariantKey, other: VariantKey): boolean =>
  one.channel === other.channel && one.language === other.language;

/** The text as it stands. */
export function newestOf({ versions }: Pick<Variant, 'versions'>): VariantVersion {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('a variant without a version');
  return newest;
}

/** What people compare at a glance. */
export const shortHash = (hash: string): string => `${hash.slice(0, 8)}…`;

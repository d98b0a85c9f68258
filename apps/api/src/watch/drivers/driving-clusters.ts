import { CHANNELS, type CopySign, type DrivingCluster } from '@sturmwarte/domain';
import { groupBy } from './group-by.js';
import type { Heard } from './heard.js';

const MOST = 5;
const FEWEST = 3;
const FEWEST_SHARE = 0.02;
/** Fewer copies under names of their own look like nothing. */
const FEWEST_TO_JUDGE = 8;
const PER_AUTHOR = 2.5;
const NEW_SHARE = 0.8;
const IN_STEP_MINUTES = 3;
const IN_STEP_SHARE = 0.5;
const SIGNS_ASKED = 2;

/** The texts that travelled most. `isNew` tells whether an author was never heard on the topic; null: nobody knows. */
export function drivingClusters(
  heard: readonly Heard[],
  isNew: ((authorKey: string) => boolean) | null,
): DrivingCluster[] {
  const fewest = Math.max(FEWEST, FEWEST_SHARE * heard.length);
  return [...groupBy(heard, ({ cluster }) => cluster).values()]
    .filter(({ length }) => length >= fewest)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map((copies) => clusterOf(copies, isNew));
}

function clusterOf(
  copies: readonly Heard[],
  isNew: ((authorKey: string) => boolean) | null,
): DrivingCluster {
  const rows = copies.map(({ row }) => row);
  // Newest first: the last is the oldest. What is passed on comes from somewhere, an original shows it better.
  const first = rows.findLast(({ repost }) => !repost) ?? rows.at(-1);
  const signs = signsOf(copies, isNew);
  return {
    mentionId: first?.id ?? '',
    channel: CHANNELS[first?.channel ?? -1] ?? 'other',
    mentions: rows.length,
    reposts: rows.filter(({ repost }) => repost).length,
    authors: new Set(rows.map(({ authorKey, id }) => authorKey ?? id)).size,
    signs,
    looksAutomated: signs.length >= SIGNS_ASKED,
  };
}

/** Passing on openly is what people do; the same text under many names of their own may be one hand. */
function signsOf(
  copies: readonly Heard[],
  isNew: ((authorKey: string) => boolean) | null,
): CopySign[] {
  const own = copies.map(({ row }) => row).filter(({ repost }) => !repost);
  if (own.length < FEWEST_TO_JUDGE) return [];
  const authors = new Set(own.flatMap(({ authorKey }) => authorKey ?? []));
  const signs: CopySign[] = [];
  if (authors.size > 0 && own.length / authors.size >= PER_AUTHOR) signs.push('few-authors');
  const strangers = isNew === null ? 0 : [...authors].filter(isNew).length;
  if (authors.size > 0 && strangers / authors.size >= NEW_SHARE) signs.push('new-authors');
  if (isInStep(own.map(({ minute }) => minute))) signs.push('in-step');
  return signs;
}

function isInStep(minutes: readonly number[]): boolean {
  const sorted = minutes.toSorted((a, b) => a - b);
  const asked = Math.ceil(sorted.length * IN_STEP_SHARE);
  return sorted.some((minute, index) => {
    const last = sorted[index + asked - 1];
    return last !== undefined && last - minute < IN_STEP_MINUTES;
  });
}

import type { Drivers } from '@sturmwarte/domain';
import { authorHashOf } from '@sturmwarte/store';
import { drivingClusters } from './driving-clusters.js';
import { drivingHashtags, type UsualWords } from './driving-hashtags.js';
import { drivingThreads, type FoundThread } from './driving-threads.js';
import type { Heard } from './heard.js';
import { findLoudAuthor } from './loud-author.js';
import { multipliersIn } from './multipliers-in.js';

/** With a smaller past nearly everybody would be new. */
const FEWEST_BEFORE = 20;

export interface DriversInput {
  /** Clearly negative mentions of the last hour, newest first. */
  readonly heard: readonly Heard[];
  /** Of those, each author and each copied text once. */
  readonly voices: readonly Heard[];
  readonly isAll: boolean;
  readonly since: string | null;
  readonly usual: UsualWords;
  /** Hashes of those who spoke on the topic before. */
  readonly before: ReadonlySet<number>;
  readonly threads: readonly FoundThread[];
  readonly heads: ReadonlyMap<string, string>;
}

/** Who drives it; null where nobody was heard. */
export function driversOf(input: DriversInput): Drivers | null {
  const { heard, voices, isAll, since, usual, before, threads, heads } = input;
  if (heard.length === 0) return null;
  const authors = new Set(heard.flatMap(({ row }) => row.authorKey ?? []));
  const isNew =
    before.size < FEWEST_BEFORE ? null : (key: string): boolean => !before.has(authorHashOf(key));
  return {
    since,
    read: heard.length,
    isAll,
    authors: authors.size === 0 ? null : authors.size,
    newAuthors: authors.size === 0 || isNew === null ? null : [...authors].filter(isNew).length,
    reposts: heard.filter(({ row }) => row.repost).length,
    hashtags: drivingHashtags(heard, voices, usual),
    threads: drivingThreads(threads, heads),
    clusters: drivingClusters(heard, isNew),
    multipliers: multipliersIn(heard),
    loudAuthor: findLoudAuthor(heard),
  };
}

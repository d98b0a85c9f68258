import type { Drivers } from './drivers.js';
import type { Evidence } from './evidence.js';
import type { Channel } from './mention.js';
import { usualOf } from './usual-of.js';

/** One thing that drives it, as a sentence names it. */
export type StoryDriver =
  | { readonly kind: 'loud-author'; readonly mentions: number; readonly of: number }
  | { readonly kind: 'automated'; readonly copies: number; readonly channel: Channel }
  | { readonly kind: 'copied'; readonly copies: number; readonly channel: Channel }
  | { readonly kind: 'reposted'; readonly reposts: number; readonly channel: Channel }
  | { readonly kind: 'hashtag'; readonly tag: string }
  | { readonly kind: 'thread'; readonly answers: number; readonly channel: Channel }
  | { readonly kind: 'outlets'; readonly outlets: number }
  | { readonly kind: 'account'; readonly followers: number };

/** What of the evidence is told in one sentence; every language tells the same. */
export interface Story {
  readonly at: string;
  readonly since: string | null;
  /** Negative mentions of the last hour. */
  readonly observed: number;
  readonly usual: { readonly value: number; readonly isFloor: boolean } | null;
  readonly ratio: number | null;
  readonly drivers: readonly StoryDriver[];
  readonly terms: readonly string[];
  readonly authors: {
    readonly count: number;
    readonly isNew: number | null;
    /** Where not all of the hour were read: the newest so many. */
    readonly ofNewest: number | null;
  } | null;
}

const MOST_DRIVERS = 3;
const MOST_TERMS = 3;
/** What carries less of it is no driver. */
const SHARE = 0.1;
const FEWEST = 5;
const FAMOUS = 10_000;

export function storyOf(evidence: Evidence): Story {
  const { at, observed, ratio } = evidence;
  const drivers = evidence.drivers ?? null;
  const told = drivers === null ? [] : toldDrivers(drivers);
  return {
    at,
    since: drivers?.since ?? null,
    observed,
    usual: usualOf(evidence),
    ratio,
    drivers: told,
    terms: termsOf(evidence, told),
    authors:
      drivers === null || drivers.authors === null
        ? null
        : {
            count: drivers.authors,
            isNew: drivers.newAuthors,
            ofNewest: drivers.isAll ? null : drivers.read,
          },
  };
}

/** One loud voice and what looks automated come first: they put all the rest in another light. Then by weight. */
function toldDrivers(drivers: Drivers): StoryDriver[] {
  const { read, loudAuthor, clusters, hashtags, threads, multipliers } = drivers;
  const weighty = (count: number): boolean => count >= Math.max(FEWEST, SHARE * read);
  const found: { weight: number; driver: StoryDriver }[] = [];
  if (loudAuthor !== null) {
    const { mentions } = loudAuthor;
    found.push({ weight: 2 * read, driver: { kind: 'loud-author', mentions, of: read } });
  }
  const told = new Set<string>();
  for (const { mentions, reposts, authors, channel, looksAutomated } of clusters) {
    // One who repeats himself is not copied by anybody.
    if (!weighty(mentions) || authors < 2) continue;
    const kind = looksAutomated ? 'automated' : reposts >= mentions / 2 ? 'reposted' : 'copied';
    // Of each kind the largest; the page lists the others.
    if (told.has(kind)) continue;
    told.add(kind);
    if (kind === 'automated') {
      found.push({ weight: read + mentions, driver: { kind, copies: mentions, channel } });
    } else if (kind === 'reposted') {
      found.push({ weight: mentions, driver: { kind, reposts, channel } });
    } else found.push({ weight: mentions, driver: { kind, copies: mentions - 1, channel } });
  }
  for (const { tag, count } of hashtags.slice(0, 2)) {
    if (weighty(count)) found.push({ weight: count, driver: { kind: 'hashtag', tag } });
  }
  for (const { answers, channel } of threads.slice(0, 1)) {
    if (weighty(answers)) {
      found.push({ weight: answers, driver: { kind: 'thread', answers, channel } });
    }
  }
  const outlets = multipliers.filter(({ isOutlet }) => isOutlet).length;
  if (outlets > 0) found.push({ weight: read / 4, driver: { kind: 'outlets', outlets } });
  const followers = Math.max(
    0,
    ...multipliers.map(({ isOutlet, reach }) => (isOutlet ? 0 : (reach ?? 0))),
  );
  if (followers >= FAMOUS) found.push({ weight: 0, driver: { kind: 'account', followers } });
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_DRIVERS)
    .map(({ driver }) => driver);
}

/** A word that is told as a hashtag is not told twice. */
function termsOf({ terms }: Evidence, drivers: readonly StoryDriver[]): string[] {
  const tags = new Set(
    drivers.flatMap((driver) => (driver.kind === 'hashtag' ? driver.tag.toLowerCase() : [])),
  );
  return terms
    .map(({ term }) => term)
    .filter((term) => !tags.has(term.toLowerCase()))
    .slice(0, MOST_TERMS);
}

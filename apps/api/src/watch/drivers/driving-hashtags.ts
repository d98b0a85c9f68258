import type { DrivingHashtag } from '@sturmwarte/domain';
import type { Heard } from './heard.js';

const MOST = 5;
/** Said by so many, each author and each copied text once. */
const FEWEST_VOICES = 3;
const FEWEST_SHARE = 0.08;
const MIN_LIFT = 2;

/** How often each word is usually said: documents that hold it, of how many. */
export interface UsualWords {
  readonly counts: ReadonlyMap<string, number>;
  readonly texts: number;
}

/** Hashtags that many use who usually do not, most used first. Those of the topic's own query are no news. */
export function drivingHashtags(
  heard: readonly Heard[],
  voices: readonly Heard[],
  usual: UsualWords,
): DrivingHashtag[] {
  const inAll = countTags(heard);
  const inVoices = countTags(voices);
  const found: DrivingHashtag[] = [];
  for (const [tag, { count, written }] of inAll) {
    const said = inVoices.get(tag)?.count ?? 0;
    if (said < FEWEST_VOICES || count < FEWEST_SHARE * heard.length) continue;
    const before = usual.counts.get(tag) ?? 0;
    const lift = before === 0 ? null : said / voices.length / (before / usual.texts);
    if (lift !== null && lift < MIN_LIFT) continue;
    found.push({ tag: written, count, lift });
  }
  return found.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)).slice(0, MOST);
}

interface Tag {
  count: number;
  /** As the first wrote it. */
  readonly written: string;
}

function countTags(heard: readonly Heard[]): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  for (const { said } of heard) {
    for (const [tag, written] of said.tags) {
      if (!said.terms.has(tag)) continue;
      const known = tags.get(tag);
      if (known === undefined) tags.set(tag, { count: 1, written });
      else known.count++;
    }
  }
  return tags;
}

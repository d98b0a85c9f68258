import type { EvidenceRow } from '@sturmwarte/store';
import { copySketch, documentTerms, hashtagsIn, type CopySketch } from '@sturmwarte/text';

/** What is worked out from a text once: what it is about, its hashtags, and what copies of it are known by. */
export interface Said {
  readonly terms: ReadonlySet<string>;
  /** Folded -> as written. */
  readonly tags: ReadonlyMap<string, string>;
  readonly sketch: CopySketch;
}

/** `muted`: words of the topic's own query, they are no news. */
export function readSaid(
  { title, text }: Pick<EvidenceRow, 'title' | 'text'>,
  muted: readonly string[],
): Said {
  const whole = title === null ? text : `${title}\n${text}`;
  const terms = new Set(documentTerms(whole, muted));
  return { terms, tags: hashtagsIn(whole), sketch: copySketch(whole) };
}

import type { Heard } from './heard.js';

/** With fewer own texts than this, the copied ones say what it is about. */
const FEWEST = 4;

/**
 * One voice counts once: of each author one mention, of each text that was copied one, of reposts none while there are
 * originals. Where hardly anybody has words of their own, copies count by author.
 */
export function ownVoices(heard: readonly Heard[]): Heard[] {
  const originals = heard.filter(({ row }) => !row.repost);
  const byAuthor = onceOf(originals.length > 0 ? originals : heard, ({ row }) => row.authorKey);
  const own = onceOf(byAuthor, ({ cluster }) => String(cluster));
  return own.length >= FEWEST ? own : byAuthor;
}

/** Of each key the first; those without one all stay. */
export function onceOf<T>(items: readonly T[], keyOf: (item: T) => string | null): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

import type { QueryMistake } from '@sturmwarte/contracts';

export interface QueryPart {
  readonly text: string;
  readonly isMistake: boolean;
}
/** Stands for what is missing behind the last character. */
const NOTHING = '\u00a0';

/**
 * The query cut into what is right and what is not, in order and without loss. A mistake without length covers the
 * character at its place; one at the very end gets a place of its own.
 */
export function markMistakes(
  query: string,
  mistakes: readonly Pick<QueryMistake, 'position' | 'length'>[],
): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  for (const { position, length } of [...mistakes].sort((a, b) => a.position - b.position)) {
    const start = Math.max(at, Math.min(position, query.length));
    const end = Math.min(query.length, Math.max(position + Math.max(1, length), start));
    if (start > at) parts.push({ text: query.slice(at, start), isMistake: false });
    if (end > start) parts.push({ text: query.slice(start, end), isMistake: true });
    at = Math.max(at, end);
  }
  if (at < query.length) parts.push({ text: query.slice(at), isMistake: false });
  const isAtEnd = mistakes.some(({ position }) => position >= query.length);
  return isAtEnd ? [...parts, { text: NOTHING, isMistake: true }] : parts;
}

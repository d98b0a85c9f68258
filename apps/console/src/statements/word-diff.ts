import { diffArrays } from 'diff';
import { wordsOf } from './words-of.js';

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * So many words may differ before the search for the shortest difference is given up: it costs the square of them.
 * Two texts this far apart are two texts, and are shown as such, paragraph by paragraph.
 */
const MOST_EDITS = 400;

/**
 * What became of a text, word by word, in reading order: all but the added is the old text, all but the removed the
 * new one. Bounded, so that twenty thousand characters never freeze a page.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const head = sharedHead(old, now);
  const tail = sharedTail(old, now, head);
  const parts: DiffPart[] = [
    { kind: 'same', text: old.slice(0, head).join('') },
    ...between(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ];
  return smooth(parts);
}

function between(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  return (
    compare(old, now) ??
    compare(paragraphsOf(old.join('')), paragraphsOf(now.join(''))) ?? [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  );
}

function compare(old: readonly string[], now: readonly string[]): readonly DiffPart[] | null {
  const changes = diffArrays([...old], [...now], { maxEditLength: MOST_EDITS });
  // Given up: too far apart.
  if (changes === undefined) return null;
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

function paragraphsOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n+|[^\n]+/g) ?? [];
}

function sharedHead(old: readonly string[], now: readonly string[]): number {
  let at = 0;
  while (at < old.length && at < now.length && old[at] === now[at]) at++;
  return at;
}

function sharedTail(old: readonly string[], now: readonly string[], head: number): number {
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return tail;
}

/**
 * A lone space between two changes belongs to them ("alte Wörter" became "neue Worte", not two changes around a
 * blank); within a change the removed comes first.
 */
function smooth(parts: readonly DiffPart[]): readonly DiffPart[] {
  const smoothed: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') smoothed.push({ kind: 'removed', text: removed });
    if (added !== '') smoothed.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const changing = parts.filter(({ text }) => text !== '');
  changing.forEach((part, index) => {
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else {
      const inside =
        removed + added !== '' && index < changing.length - 1 && /^[^\S\n]+$/.test(part.text);
      if (inside && removed !== '' && added !== '') {
        removed += part.text;
        added += part.text;
        return;
      }
      flush();
      const last = smoothed.at(-1);
      if (last?.kind === 'same') smoothed.splice(-1, 1, { ...last, text: last.text + part.text });
      else smoothed.push(part);
    }
  });
  flush();
  return smoothed;
}

import { diff3Merge } from 'node-diff3';
import { wordsOf } from './words-of.js';

/** Words on which both agree by now, or a place where both wrote something else. */
export type MergedPart =
  | { readonly kind: 'agreed'; readonly text: string }
  | {
      readonly kind: 'conflict';
      readonly base: string;
      readonly mine: string;
      readonly theirs: string;
    };

/** What comparing may cost: pairs of equal words between two texts. Beyond it one place is in conflict. */
const MOST_PAIRS = 3_000_000;

/**
 * Two people changed the same text: both their changes, and the places to decide. Nothing either of them wrote is left
 * out; where both changed the same words, both readings stand in the conflict.
 */
export function mergeTexts(base: string, mine: string, theirs: string): readonly MergedPart[] {
  if (mine === theirs || theirs === base) return agreed(mine);
  if (mine === base) return agreed(theirs);
  const texts = [wordsOf(mine), wordsOf(base), wordsOf(theirs)] as const;
  const [a, o, b] = texts;
  if (pairs(a, o) > MOST_PAIRS || pairs(b, o) > MOST_PAIRS) {
    return [{ kind: 'conflict', base, mine, theirs }];
  }
  const regions = diff3Merge([...a], [...o], [...b], {
    excludeFalseConflicts: true,
  }) as readonly Region[];
  return regions.flatMap(({ ok, conflict }): readonly MergedPart[] => {
    if (conflict === undefined) return agreed((ok ?? []).join(''));
    const [one, was, other] = [conflict.a, conflict.o, conflict.b].map((words) => words.join(''));
    return [{ kind: 'conflict', base: was ?? '', mine: one ?? '', theirs: other ?? '' }];
  });
}

/** The text once every conflict is decided; null while one is open. `choices` by the number of the part. */
export function settledText(
  parts: readonly MergedPart[],
  choices: Readonly<Record<number, string>>,
): string | null {
  const texts = parts.map((part, index) => (part.kind === 'agreed' ? part.text : choices[index]));
  return texts.every((text) => text !== undefined) ? texts.join('') : null;
}

interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: Readonly<Record<'a' | 'o' | 'b', readonly string[]>>;
}

function agreed(text: string): readonly MergedPart[] {
  return text === '' ? [] : [{ kind: 'agreed', text }];
}

function pairs(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
  return one.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
}

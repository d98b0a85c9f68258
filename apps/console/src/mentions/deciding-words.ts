import type { MentionView } from '@sturmwarte/contracts';

export interface DecidingWord {
  readonly word: string;
  readonly isNegative: boolean;
}

/** The words of the evidence, strongest first, each once. Spans outside the text are ignored. */
export function decidingWords({
  text,
  spans,
}: Pick<MentionView, 'text' | 'spans'>): readonly DecidingWord[] {
  const found = new Map<string, { word: string; weight: number }>();
  for (const { start, end, weight } of spans) {
    const word = text.slice(Math.max(0, start), Math.max(0, end)).trim();
    if (word === '' || weight === 0) continue;
    const key = `${Math.sign(weight)}${word.toLocaleLowerCase()}`;
    const before = found.get(key);
    if (!before || Math.abs(before.weight) < Math.abs(weight)) found.set(key, { word, weight });
  }
  return [...found.values()]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ word, weight }) => ({ word, isNegative: weight < 0 }));
}

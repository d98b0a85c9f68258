import { foldWord } from './fold-word.js';
import type { FormRule } from './form-rules.js';
import type { Word } from './read-words.js';
import type { WordingContext, WordingDraft } from './wording-draft.js';
import type { WordingFinding } from './wording-finding.js';

type Found = Pick<WordingFinding, 'severity' | 'start' | 'end' | 'params'> & {
  readonly rule: FormRule;
};

/** Shouting, and speaking under the critics' own banner. */
export function lintTone(
  draft: WordingDraft,
  context: WordingContext,
  words: readonly Word[],
): readonly WordingFinding[] {
  return [...capitals(draft, words), ...exclamations(draft), ...criticHashtags(draft, context)].map(
    (found) => ({ ...found, origin: 'shipped' as const, words: null }),
  );
}

/** Two words in a row, or one no abbreviation is as long as. */
const SHOUTED_WORD = 4;
const SHOUTED_ALONE = 10;

function capitals({ text, purpose }: WordingDraft, words: readonly Word[]): Found[] {
  const found: Found[] = [];
  // The headline of a recall notice may stand in capitals.
  const from = purpose === 'recall' ? text.trimStart().indexOf('\n') : -1;
  const isLoud = ({ start, end }: Word) =>
    start >= from &&
    end - start >= SHOUTED_WORD &&
    /^\p{Lu}+$/u.test(text.slice(start, end).normalize('NFC'));
  for (let at = 0; at < words.length; at++) {
    let to = at;
    for (let word = words[to]; word && isLoud(word); word = words[++to]);
    const [first, last] = [words[at], words[to - 1]];
    if (first && last && to > at) {
      const { start } = first;
      const { end } = last;
      if (to - at > 1 || end - start >= SHOUTED_ALONE) {
        const params = { found: text.slice(start, end).slice(0, 120) };
        found.push({ rule: 'capitals', severity: 'hint', start, end, params });
      }
      at = to;
    }
  }
  return found;
}

/** One exclamation mark is politeness, two are nerves. */
function exclamations({ text }: WordingDraft): Found[] {
  const marks = [...text.matchAll(/[!?]+/g)].filter(({ 0: signs }) => signs.includes('!'));
  const doubled = marks.filter(({ 0: signs }) => signs.length > 1);
  const shown = doubled.length > 0 ? doubled : marks.length > 1 ? marks.slice(1) : [];
  return shown.map(({ index, 0: signs }) => ({
    ...{ rule: 'exclamations' as const, severity: 'hint' as const },
    ...{ start: index, end: index + signs.length, params: { found: signs.slice(0, 20) } },
  }));
}

function criticHashtags(
  { text }: WordingDraft,
  { criticHashtags: theirs = [] }: WordingContext,
): Found[] {
  const known = new Set(theirs.map((tag) => foldWord(tag.replace(/^[#＃]/, ''))));
  if (known.size === 0) return [];
  return [...text.matchAll(/[#＃]([\p{L}\p{N}\p{M}_]+)/gu)]
    .filter(([, tag = '']) => known.has(foldWord(tag)))
    .map(({ index, 0: found }) => ({
      ...{ rule: 'critic-hashtag' as const, severity: 'warn' as const },
      ...{ start: index, end: index + found.length, params: { found } },
    }));
}

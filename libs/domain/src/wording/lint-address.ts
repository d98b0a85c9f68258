import type { FormOfAddress } from './form-of-address.js';
import type { Span } from './quoted-spans.js';
import type { Word } from './read-words.js';
import type { WordingContext, WordingDraft } from './wording-draft.js';
import type { WordingFinding } from './wording-finding.js';

/** Never anything but "du" and its forms. "ihr" is left out: it is "her" more often. */
const DU = new Set(
  (
    'du dich dir dein deine deinen deinem deiner deines ' + 'euch euer eure euren eurem eurer eures'
  ).split(' '),
);
/** "Sie" only with a capital, and not at the start of a sentence, where it may be "they". */
const SIE = new Set('sie ihnen ihr ihre ihren ihrem ihrer ihres'.split(' '));

interface Spoken extends Span {
  readonly form: FormOfAddress;
}

/** German that says Du where the house says Sie, the other way round, or both in one text. */
export function lintAddress(
  draft: WordingDraft,
  { address = null }: WordingContext,
  words: readonly Word[],
  quoted: readonly Span[],
): readonly WordingFinding[] {
  if (draft.language !== 'de') return [];
  const spoken = formsIn(draft.text, words, quoted);
  const wrong = address === null ? [] : spoken.filter(({ form }) => form !== address);
  if (wrong.length > 0) {
    return wrong.map(({ start, end, form }) => ({
      ...{ rule: 'form-of-address', origin: 'shipped', severity: 'warn', start, end },
      params: { found: draft.text.slice(start, end), expected: address, form },
      words: null,
    }));
  }
  const du = spoken.filter(({ form }) => form === 'du');
  const sie = spoken.filter(({ form }) => form === 'sie');
  if (du.length === 0 || sie.length === 0) return [];
  const rarer = du.length <= sie.length ? du : sie;
  return rarer.map(({ start, end }) => ({
    ...{ rule: 'mixed-address', origin: 'shipped', severity: 'warn', start, end },
    params: { found: draft.text.slice(start, end) },
    words: null,
  }));
}

/** What others are quoted with is their way to speak. */
function formsIn(text: string, words: readonly Word[], quoted: readonly Span[]): Spoken[] {
  return words.flatMap(({ folded, start, end, sentence }, index): Spoken[] => {
    if (quoted.some((span) => span.start <= start && end <= span.end)) return [];
    if (DU.has(folded)) return [{ start, end, form: 'du' }];
    const capital = /^\p{Lu}\p{Ll}/u.test(text.slice(start, end));
    const opens = words[index - 1]?.sentence !== sentence || startsLine(text, start);
    return capital && !opens && SIE.has(folded) ? [{ start, end, form: 'sie' }] : [];
  });
}

/** After a line break or a colon the next word may have a capital for the sentence's sake. */
function startsLine(text: string, start: number): boolean {
  return /(^|[\n:„“"»«(•–-])\s*$/u.test(text.slice(Math.max(0, start - 4), start));
}

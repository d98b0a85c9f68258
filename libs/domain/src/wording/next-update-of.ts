import { readWords } from './read-words.js';

/** A public promise of the next word. */
export interface PromisedTime {
  readonly start: number;
  readonly end: number;
  /** HH:MM; null: a variable stands for it. */
  readonly time: string | null;
}

const TIME =
  /(?<![\d.:])([01]?\d|2[0-3])(?:[:.]([0-5]\d))?[ \u00A0\u202F]?(uhr|a\.?m\b\.?|p\.?m\b\.?)|(?<![\d.:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])|\{nextUpdate\}/giu;
/** A sentence that speaks of what comes next. */
const NEXT =
  /(?<!\p{L})(n(?:ä|ae)chste[nrs]?|weiter(?:e|en|er|es)? (?:information|infos|stand)\p{L}*|wieder|neues (?:um|gegen|ab)|mehr (?:um|gegen|ab|dazu)|news at|more at|melden uns|informieren|update at|updates? (?:by|from|at)|next|again|be back|report back|bis|sp(?:ä|ae)testens|by)(?!\p{L})/iu;

/** The time a text promises the next information for. Times of the past ("As of 14:00") are none. */
export function nextUpdateOf(text: string): PromisedTime | null {
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    if (!NEXT.test(sentence.normalize('NFC'))) continue;
    let last: PromisedTime | null = null;
    for (const match of sentence.matchAll(TIME)) {
      const from = start + match.index;
      last = { start: from, end: from + match[0].length, time: clockTime(match) };
    }
    if (last) return last;
  }
  return null;
}

/** HH:MM of 24 hours, from a match of `TIME`. */
function clockTime(match: RegExpMatchArray): string | null {
  const [, hour = match[4], minute = match[5] ?? '00', unit = ''] = match;
  if (hour === undefined) return null;
  const half = unit.toLowerCase().replaceAll('.', '');
  const shift = half === 'pm' && Number(hour) < 12 ? 12 : half === 'am' && hour === '12' ? -12 : 0;
  return `${String(Number(hour) + shift).padStart(2, '0')}:${minute}`;
}

function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number; sentence: number }[] = [];
  for (const word of readWords(text)) {
    const last = spans.at(-1);
    if (last?.sentence === word.sentence) last.end = word.end;
    else spans.push({ start: word.start, end: word.end, sentence: word.sentence });
  }
  // Up to the next sentence: a variable's closing brace and a full stop are no words.
  return spans.map(({ start, end }, index) => ({
    start: Math.max(0, start - 1),
    end: Math.max(end, (spans[index + 1]?.start ?? text.length) - 1),
  }));
}

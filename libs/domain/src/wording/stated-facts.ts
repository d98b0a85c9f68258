import { foldWord } from './fold-word.js';

export const FACT_KINDS = [
  'link',
  'mail',
  'phone',
  'date',
  'time',
  'number',
  'name',
  'variable',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Something a text states that can be compared letter by letter, in whatever language it stands. */
export interface StatedFact {
  readonly kind: FactKind;
  /** One form for all spellings: `15:00`, `--12-03`, `1234.5`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS =
  'jan(?:uar|uary)?|feb(?:ruar|ruary)?|mär(?:z)?|mar(?:ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?';
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
  ...{ elf: 11, zwölf: 12, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
  ...{ nine: 9, ten: 10, eleven: 11, twelve: 12 },
};
const word = (inner: string): string => `(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`;

/** In this order: what a link or a date has taken is no number any more. */
const READERS: readonly {
  readonly kind: FactKind;
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => string | null;
}[] = [
  { kind: 'variable', pattern: /\{[^{}\n]{1,60}\}/gu, read: ([found]) => found },
  { kind: 'link', pattern: /https?:\/\/[^\s<>"]{3,400}/giu, read: ([found]) => linkValue(found) },
  {
    kind: 'mail',
    pattern: /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
    read: ([found]) => found.toLowerCase(),
  },
  {
    kind: 'date',
    pattern:
      /(?<![\d.])(\d{1,2})\.[ \u00A0]?(\d{1,2})\.(?:[ \u00A0]?(\d{4}|\d{2})(?!\d))?|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu,
    read: ([, day, month, year, isoYear, isoMonth, isoDay]) =>
      isoYear === undefined ? dateValue(day, month, year) : dateValue(isoDay, isoMonth, isoYear),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)?[ \\u00A0](?:of )?(${MONTHS})(?![\\p{L}])\\.?(?:[ \\u00A0](\\d{4})(?!\\d))?`,
      'giu',
    ),
    read: ([, day, month, year]) => dateValue(day, monthOf(month), year),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<![\\p{L}])(${MONTHS})\\.?[ \\u00A0](\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?[ \\u00A0](\\d{4})(?!\\d))?`,
      'giu',
    ),
    read: ([, month, day, year]) => dateValue(day, monthOf(month), year),
  },
  {
    kind: 'time',
    pattern:
      /(?<![\d.:])([01]?\d|2[0-3])(?:[:.]([0-5]\d))?[ \u00A0\u202F]?(?:(uhr)|(a\.?m)\b\.?|(p\.?m)\b\.?)|(?<![\d.:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/giu,
    read: ([, hour, minute, , am, pm, plainHour, plainMinute]) =>
      plainHour === undefined
        ? timeValue(Number(hour), minute, am !== undefined, pm !== undefined)
        : timeValue(Number(plainHour), plainMinute, false, false),
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.,])(?:\+|0)\d(?:[ /()–-]{0,2}\d){5,14}(?!\d)/gu,
    read: ([found]) => phoneValue(found),
  },
  {
    kind: 'number',
    pattern:
      /(?<![\p{L}\p{N}.,^#])\d{1,15}(?:[.,'\u00A0\u202F]\d{3}(?!\d))*(?:[.,]\d{1,4})?(?!\d)/gu,
    read: ([found]) => numberValue(found),
  },
  {
    kind: 'number',
    pattern: new RegExp(word(Object.keys(NUMBER_WORDS).join('|')), 'giu'),
    read: ([found]) => String(NUMBER_WORDS[found.toLowerCase()]),
  },
];

/** Facts of a text in order. `names`: products, places, people whose names every version must spell alike. */
export function statedFacts(text: string, names: readonly string[] = []): readonly StatedFact[] {
  const facts: StatedFact[] = [];
  // What one reader took is blank to the next; places stay as they are.
  let rest = text;
  for (const { kind, pattern, read } of READERS) {
    let left = '';
    let at = 0;
    for (const match of rest.matchAll(pattern)) {
      const { 0: found, index: start } = match;
      const value = read(match);
      if (value === null || (kind === 'number' && countsALine(rest, start, found))) continue;
      facts.push({ kind, value, start, end: start + found.length });
      left += rest.slice(at, start) + ' '.repeat(found.length);
      at = start + found.length;
    }
    rest = left + rest.slice(at);
  }
  return [...facts, ...namesIn(text, names)].sort((one, other) => one.start - other.start);
}

function namesIn(text: string, names: readonly string[]): StatedFact[] {
  const lower = text.toLowerCase();
  return names.flatMap((name): StatedFact[] => {
    const start = name.trim() === '' ? -1 : lower.indexOf(name.toLowerCase());
    if (start < 0) return [];
    return [{ kind: 'name', value: foldWord(name), start, end: start + name.length }];
  });
}

/** "1. Bitte nicht benutzen": it counts lines, not things. */
function countsALine(text: string, start: number, found: string): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const opens = start <= 8 ? /(^|\n)[^\S\n]*$/.test(before) : /\n[^\S\n]*$/.test(before);
  const end = start + found.length;
  return opens && /^[.)]\s/.test(text.slice(end, end + 2));
}

function linkValue(found: string): string {
  const bare = found.replace(/[.,;:!?)\]]+$/, '').replace(/^https?:\/\/(www\.)?/i, '');
  const slash = bare.indexOf('/');
  const host = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase();
  return host + (slash < 0 ? '' : bare.slice(slash).replace(/\/$/, ''));
}

function dateValue(day?: string, month?: string, year?: string): string | null {
  if (day === undefined || month === undefined) return null;
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return null;
  const full = year === undefined ? '' : year.length === 2 ? `20${year}` : year;
  return `${full === '' ? '-' : full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const STARTS = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];

function monthOf(name: string | undefined): string | undefined {
  const start = (name ?? '').slice(0, 3).toLowerCase();
  const german = { mär: 'mar', may: 'mai', oct: 'okt', dec: 'dez' }[start] ?? start;
  const index = STARTS.indexOf(german);
  return index < 0 ? undefined : String(index + 1);
}

function timeValue(hour: number, minute = '00', am: boolean, pm: boolean): string {
  const shift = pm && hour < 12 ? 12 : am && hour === 12 ? -12 : 0;
  return `${String(hour + shift).padStart(2, '0')}:${minute}`;
}

/** +49 40 123 and 040 123 are one number in this house's country. */
function phoneValue(found: string): string {
  return found.replace(/[^\d+]/g, '').replace(/^(\+49|0049)0?/, '0');
}

/** 1.234,5 and 1,234.5 are one number; three digits behind a mark are thousands. */
function numberValue(found: string): string {
  if (/^0[.,]/.test(found)) return String(Number(found.replace(',', '.')));
  const plain = found.replace(/['\u00A0\u202F]/g, '').replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return String(Number(plain.replace(',', '.')));
}

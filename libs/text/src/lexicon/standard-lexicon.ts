import type { Pattern } from '../match/pattern.js';
import { patternKey, wordPattern } from '../match/pattern.js';
import { ENGLISH_NEGATIVE } from './english-negative.data.js';
import { ENGLISH_GRAMMAR, ENGLISH_POSITIVE } from './english-positive.data.js';
import { GERMAN_NEGATIVE } from './german-negative.data.js';
import { GERMAN_GRAMMAR, GERMAN_POSITIVE } from './german-positive.data.js';
import { COLUMN, type Lexicon, type LexiconColumn, ROLE, SPEAKS } from './lexicon.js';
import type { ListedWord, WordSense } from './read-word-list.js';
import { readEntry, readWordList, splitEntries } from './read-word-list.js';
import {
  ENGLISH_ONLY,
  GERMAN_EVERYWHERE,
  OTHER_FUNCTION_WORDS,
  SHARED_WORDS,
} from './shared-words.data.js';

interface Entry {
  readonly pattern: Pattern;
  readonly senses: [WordSense?, WordSense?, WordSense?];
  speaks: number;
}

/** English words in German texts count a little less: they are often quoted, titles or names. */
const BORROWED = 0.8;

let standard: Lexicon | undefined;

/** The lexicon of this library, German and English; built once, when first asked for (some milliseconds). */
export function standardLexicon(): Lexicon {
  return (standard ??= buildLexicon());
}

function buildLexicon(): Lexicon {
  const entries = new Map<string, Entry>();
  const entryOf = ({ text, match }: Pick<ListedWord, 'text' | 'match'>): Entry | null => {
    const pattern = wordPattern(text, match);
    if (!pattern) return null;
    const key = patternKey(pattern);
    let entry = entries.get(key);
    if (!entry) entries.set(key, (entry = { pattern, senses: [], speaks: 0 }));
    return entry;
  };
  const add = (list: string, column: 0 | 1, speaks: number): number => {
    let polar = 0;
    for (const word of readWordList(list)) {
      const entry = entryOf(word);
      if (!entry) continue;
      if (word.tells) entry.speaks |= speaks;
      if (word.tells && word.role === ROLE.none) continue;
      if (word.role === ROLE.polar && !entry.senses[column]) polar++;
      // Grammar comes last and wins, but an intensifier may keep its feeling ("super!", "super gut");
      // among feelings the first mention wins.
      const known = entry.senses[column];
      if (word.role === ROLE.intensifier && known)
        entry.senses[column] = { ...known, role: ROLE.intensifier };
      else if (word.role !== ROLE.polar || !known) entry.senses[column] = word;
    }
    return polar;
  };
  const shared = add(SHARED_WORDS, COLUMN.de, 0);
  add(SHARED_WORDS, COLUMN.en, 0);
  const de = add(GERMAN_NEGATIVE + GERMAN_POSITIVE + GERMAN_GRAMMAR, COLUMN.de, SPEAKS.de);
  const en = add(ENGLISH_NEGATIVE + ENGLISH_POSITIVE + ENGLISH_GRAMMAR, COLUMN.en, SPEAKS.en);
  for (const word of splitEntries(OTHER_FUNCTION_WORDS)) {
    const entry = entryOf(readEntry(word));
    if (entry) entry.speaks |= SPEAKS.other;
  }
  lend(entries, entryOf);
  const all = [...entries.values()];
  return {
    patterns: all.map(({ pattern }) => pattern),
    columns: [column(all, COLUMN.de), column(all, COLUMN.en), column(all, COLUMN.mixed)],
    speaks: Uint8Array.from(all, ({ speaks }) => speaks),
    sizes: { de, en, shared },
  };
}

/** Fills the gaps: English words known in German texts, a few German ones in English, both where unsure. */
function lend(
  entries: Map<string, Entry>,
  entryOf: (word: Pick<ListedWord, 'text' | 'match'>) => Entry | null,
): void {
  const keep = (list: string): Set<Entry | null> =>
    new Set(splitEntries(list).map((word) => entryOf(readEntry(word))));
  const englishOnly = keep(ENGLISH_ONLY);
  const germanEverywhere = keep(GERMAN_EVERYWHERE);
  for (const entry of entries.values()) {
    const [german, english] = entry.senses;
    const usual = english?.role === ROLE.polar && (entry.speaks & SPEAKS.de) !== 0;
    const either = german ?? (usual ? undefined : english);
    if (either) entry.senses[COLUMN.mixed] = either;
    if (english?.role === ROLE.polar && !german && !englishOnly.has(entry) && !entry.speaks)
      entry.senses[COLUMN.de] = { ...english, weight: Math.round(english.weight * BORROWED) };
    if (german && !english && germanEverywhere.has(entry)) entry.senses[COLUMN.en] = german;
  }
}

function column(entries: readonly Entry[], which: 0 | 1 | 2): LexiconColumn {
  const senses = entries.map((entry) => entry.senses[which]);
  return {
    role: Uint8Array.from(senses, (sense) => sense?.role ?? ROLE.none),
    weight: Int8Array.from(senses, (sense) => sense?.weight ?? 0),
    flags: Uint8Array.from(senses, (sense) => sense?.flags ?? 0),
  };
}

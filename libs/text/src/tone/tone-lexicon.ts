import { readEntry, splitEntries } from '../lexicon/read-word-list.js';
import { BREAK } from '../match/word-stream.js';
import type { Pattern } from '../match/pattern.js';
import { patternKey, wordPattern } from '../match/pattern.js';
import { ENGLISH_TONE } from './english-tone.data.js';
import { GERMAN_TONE } from './german-tone.data.js';
import { SHARED_TONE } from './shared-tone.data.js';

/** What an entry does; see `german-tone.data.ts`. Up to `call` it says something by itself. */
export const TONE_ROLE = {
  none: 0,
  insult: 1,
  addressed: 2,
  threat: 3,
  call: 4,
  address: 5,
  not: 6,
  never: 7,
  against: 8,
  doubt: 9,
  link: 10,
  mask: 11,
} as const;
type RoleName = keyof typeof TONE_ROLE;

export interface ToneLexicon {
  readonly patterns: readonly Pattern[];
  /** `TONE_ROLE` per entry for a German text, an English one, one whose language is not known. */
  readonly roles: readonly [Uint8Array, Uint8Array, Uint8Array];
}

let standard: ToneLexicon | undefined;

/** German and English, built once, when first asked for. */
export function standardTones(): ToneLexicon {
  return (standard ??= buildTones());
}

function buildTones(): ToneLexicon {
  const entries = new Map<string, { pattern: Pattern; de: number; en: number }>();
  const add = (list: string, langs: readonly ('de' | 'en')[]): void => {
    for (const { text, role } of readToneList(list)) {
      const pattern = tonePattern(text);
      if (pattern === null) continue;
      const key = patternKey(pattern);
      let entry = entries.get(key);
      if (entry === undefined) entries.set(key, (entry = { pattern, de: 0, en: 0 }));
      for (const lang of langs) if (entry[lang] === TONE_ROLE.none) entry[lang] = role;
    }
  };
  add(SHARED_TONE, ['de', 'en']);
  add(GERMAN_TONE, ['de']);
  add(ENGLISH_TONE, ['en']);
  const all = [...entries.values()];
  return {
    patterns: all.map(({ pattern }) => pattern),
    roles: [
      Uint8Array.from(all, ({ de }) => de),
      Uint8Array.from(all, ({ en }) => en),
      Uint8Array.from(all, ({ de, en }) => de || en),
    ],
  };
}

/** Reads `role | entry, entry* , #tag` lines. */
export function readToneList(list: string): { text: string; role: number }[] {
  return list
    .split('\n')
    .filter((line) => line.includes('|'))
    .flatMap((line) => {
      const cut = line.indexOf('|');
      const name = line.slice(0, cut).trim();
      if (!isRole(name)) throw new Error(`tone list: unknown role "${name}"`);
      return splitEntries(line.slice(cut + 1)).map((text) => ({ text, role: TONE_ROLE[name] }));
    });
}

function isRole(name: string): name is RoleName {
  return Object.hasOwn(TONE_ROLE, name);
}

function tonePattern(entry: string): Pattern | null {
  const tag = entry.startsWith('#');
  const { text, match } = readEntry(tag ? entry.slice(1) : entry);
  return wordPattern(text, match, tag ? BREAK.hashtag : 0);
}

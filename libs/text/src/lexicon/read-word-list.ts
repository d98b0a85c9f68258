import type { WordMatch } from '../query/query.js';
import { FLAG, ROLE, type Role } from './lexicon.js';

export interface WordSense {
  readonly role: Role;
  readonly weight: number;
  readonly flags: number;
}

export interface ListedWord extends WordSense {
  /** Without the stars. */
  readonly text: string;
  readonly match: WordMatch;
  /** Function words only tell the language. */
  readonly tells: boolean;
}

const ROLES: Readonly<Record<string, Role>> = {
  none: ROLE.mask,
  function: ROLE.none,
  negator: ROLE.negator,
  intensifier: ROLE.intensifier,
  diminisher: ROLE.diminisher,
  contrast: ROLE.contrast,
  self: ROLE.self,
  link: ROLE.link,
};
const FLAGS: Readonly<Record<string, number>> = {
  i: FLAG.insult,
  t: FLAG.threat,
  a: FLAG.heated,
  r: FLAG.praise,
};

/** Reads `head | entry, entry* , …` lines; the head is a weight in tenths with flags, or a role. */
export function readWordList(list: string): ListedWord[] {
  return list
    .split('\n')
    .filter((line) => line.includes('|'))
    .flatMap((line) => {
      const cut = line.indexOf('|');
      const [head = '', letters = ''] = line.slice(0, cut).trim().split(' ');
      const role = ROLES[head] ?? ROLE.polar;
      const weight = role === ROLE.polar ? Number(head) : 0;
      if (!Number.isInteger(weight)) throw new Error(`word list: unknown head "${head}"`);
      const flags = [...letters].reduce((bits, letter) => bits | (FLAGS[letter] ?? 0), 0);
      const tells = head === 'function' || (role >= ROLE.negator && role <= ROLE.self);
      return splitEntries(line.slice(cut + 1)).map((entry) => ({
        ...readEntry(entry),
        role,
        weight,
        flags,
        tells,
      }));
    });
}

export function splitEntries(entries: string): string[] {
  return entries
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export function readEntry(entry: string): { text: string; match: WordMatch } {
  const open = entry.startsWith('*');
  const tail = entry.endsWith('*');
  const text = entry.replace(/^\*|\*$/g, '');
  return { text, match: open ? (tail ? 'infix' : 'suffix') : tail ? 'prefix' : 'word' };
}

import type { en } from '../en/index.js';

/** Every key of a tree of texts, as i18next names it. */
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

type Tree = typeof en;
export type ReportKey = `report:${KeysOf<Tree['report']>}` | `names:${KeysOf<Tree['names']>}`;

/** Finds the sentence of a key in the reader's language and fills in its facts: i18next's `t` on either side. */
export type Say = (key: ReportKey, facts?: Readonly<Record<string, string | number>>) => string;

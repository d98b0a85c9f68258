import type { en } from '../en/index.js';

type Said = (typeof en)['outlook'];
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** Finds a text of the outlook in the reader's language and fills in its facts. */
export type OutlookSay = (
  key: `outlook:${KeysOf<Said>}`,
  facts?: Readonly<Record<string, string | number>>,
) => string;

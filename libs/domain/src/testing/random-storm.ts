import fc from 'fast-check';
import type { FoldedEntry } from '../incident/evolve-incident.js';

import { Walk, type Move } from './storm-walk.js';

/** Any choice; turned into one of what there is when it is its turn. */
export const number = fc.nat({ max: 255 });
const WIDTH = 4;
/** What people and machine do in a storm, one after the other. */
export const moves: fc.Arbitrary<Move[]> = fc
  .uint8Array({ minLength: 12 * WIDTH, maxLength: 48 * WIDTH, size: 'max' })
  .map((bytes) =>
    Array.from({ length: Math.floor(bytes.length / WIDTH) }, (_, index): Move => {
      const [kind = 0, a = 0, b = 0, c = 0] = bytes.subarray(index * WIDTH, (index + 1) * WIDTH);
      return [kind, a, b, c];
    }),
  );

/** Where the truth is: the list of events, and what the machine was told when it handed over. */
export interface Played {
  readonly entries: readonly FoldedEntry[];
  /** By the number of the entry that let a text out: was its agreed wording valid then? */
  readonly agreedAt: ReadonlyMap<number, boolean>;
}

/** Plays it, refusals included. */
export function play(list: readonly Move[], chain: number): Played {
  const walk = new Walk(chain);
  for (const move of list) walk.take(move);
  return { entries: walk.house.entries, agreedAt: walk.agreedAt };
}

import type { Pattern } from './pattern.js';

const NONE = 1;
const OWN_LIMIT = 28;
const SHARED = 8;

export interface Alphabet {
  /** Class of each unit: 0 word edge, 1 occurs in no pattern. */
  readonly classOf: Uint8Array;
  readonly classes: number;
  /** Classes from here on are shared by several units: a hit through them must be compared unit by unit. */
  readonly firstShared: number;
}

/**
 * Letters, digits and the most used other letters get a class of their own; the rest (emoji, rare scripts)
 * share eight. So a state's row stays narrow whatever people search for.
 */
export function buildAlphabet(patterns: readonly Pattern[]): Alphabet {
  const uses = new Uint32Array(65536);
  for (const { units } of patterns)
    for (const unit of units) uses[unit] = (uses[unit] as number) + 1;
  const classOf = new Uint8Array(65536).fill(NONE);
  classOf[0] = 0;
  let next = NONE + 1;
  const rest: number[] = [];
  for (let unit = 1; unit < 65536; unit++) {
    if (uses[unit] === 0) continue;
    if (unit < 128) classOf[unit] = next++;
    else rest.push(unit);
  }
  rest.sort((a, b) => (uses[b] as number) - (uses[a] as number) || a - b);
  const letters = rest.filter((unit) => unit < 0xd800).slice(0, OWN_LIMIT);
  for (const unit of letters) classOf[unit] = next++;
  const firstShared = next;
  for (const unit of rest)
    if (classOf[unit] === NONE) classOf[unit] = firstShared + (unit & (SHARED - 1));
  return {
    classOf,
    classes: firstShared + (rest.length > letters.length ? SHARED : 0),
    firstShared,
  };
}

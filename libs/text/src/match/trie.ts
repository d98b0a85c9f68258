import type { Pattern } from './pattern.js';

/**
 * A trie with its states numbered breadth first: the children of a state are consecutive, from
 * `childStart[s]` to `childStart[s + 1]`, and a child's number is also its index in `childClass`.
 */
export interface Trie {
  readonly states: number;
  readonly childStart: Int32Array;
  readonly childClass: Uint8Array;
  /** First pattern that ends in a state, or -1; the others follow in `outNext`. */
  readonly outHead: Int32Array;
  readonly outNext: Int32Array;
}

export function buildTrie(patterns: readonly Pattern[], classOf: Uint8Array): Trie {
  const capacity = patterns.reduce((sum, { units }) => sum + units.length, 1);
  const firstChild = new Int32Array(capacity);
  const sibling = new Int32Array(capacity);
  const classes = new Uint8Array(capacity);
  const endOf = new Int32Array(patterns.length);
  let states = 1;
  patterns.forEach(({ units }, index) => {
    let node = 0;
    for (let i = 0; i < units.length; i++) {
      const cls = classOf[units[i] as number] as number;
      let child = firstChild[node] as number;
      while (child !== 0 && classes[child] !== cls) child = sibling[child] as number;
      if (child === 0) {
        child = states++;
        classes[child] = cls;
        sibling[child] = firstChild[node] as number;
        firstChild[node] = child;
      }
      node = child;
    }
    endOf[index] = node;
  });
  return renumber(states, firstChild, sibling, classes, endOf);
}

function renumber(
  states: number,
  firstChild: Int32Array,
  sibling: Int32Array,
  classes: Uint8Array,
  endOf: Int32Array,
): Trie {
  const order = new Int32Array(states);
  const numberOf = new Int32Array(states);
  const childStart = new Int32Array(states + 1);
  const childClass = new Uint8Array(states);
  let known = 1;
  for (let state = 0; state < states; state++) {
    childStart[state] = known;
    let child = firstChild[order[state] as number] as number;
    for (; child !== 0; child = sibling[child] as number) {
      order[known] = child;
      numberOf[child] = known;
      childClass[known++] = classes[child] as number;
    }
  }
  childStart[states] = known;
  const outHead = new Int32Array(states).fill(-1);
  const outNext = new Int32Array(endOf.length).fill(-1);
  endOf.forEach((node, pattern) => {
    const state = numberOf[node] as number;
    outNext[pattern] = outHead[state] as number;
    outHead[state] = pattern;
  });
  return { states, childStart, childClass, outHead, outNext };
}

import type { Word } from './read-words.js';

const NO = new Set('kein keine keinen keiner keinem keines no'.split(' '));
const NOT = new Set(
  "nicht nie niemals weder not never neither nor isn't wasn't aren't don't doesn't won't".split(
    ' ',
  ),
);
/** "nicht mehr als ein Einzelfall", "nothing but": that says it is one. */
const ONLY = new Set(['als', 'than', 'but']);
const JOINTS = new Set(['und', 'oder', 'aber', 'sondern', 'and', 'or', 'but']);
/** Between the word and a "nicht" after it: "Ein Einzelfall ist das leider nicht." */
const FILLERS = new Set(
  'ist war sind waren das dies es hier leider sicher eben is was are were this that it'.split(' '),
);
const REACH_OF_NO = 2;
const REACH_OF_NOT = 4;

/** Is what stands in words `from` to `to` denied in its own clause? */
export function isNegated(words: readonly Word[], from: number, to: number): boolean {
  const clause = words[from]?.clause;
  for (let back = 1; back <= REACH_OF_NOT + 1; back++) {
    const word = words[from - back];
    if (!word || word.clause !== clause || JOINTS.has(word.folded)) break;
    if (ONLY.has(word.folded)) break;
    if (NOT.has(word.folded)) return true;
    if (NO.has(word.folded) && back <= REACH_OF_NO + 1) return true;
  }
  const lastClause = words[to - 1]?.clause;
  for (let at = to; at < to + REACH_OF_NOT; at++) {
    const word = words[at];
    if (!word || word.clause !== lastClause) return false;
    if (word.folded === 'nicht' || word.folded === 'not') return true;
    if (!FILLERS.has(word.folded)) return false;
  }
  return false;
}

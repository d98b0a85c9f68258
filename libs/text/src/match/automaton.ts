import type { Alphabet } from './alphabet.js';
import { buildAlphabet } from './alphabet.js';
import type { Pattern } from './pattern.js';
import { buildTrie } from './trie.js';
import type { WordStream } from './word-stream.js';

/** At most this many cells of 4 bytes for full rows; deeper states keep their few edges only. */
const DENSE_CELLS = 4_000_000;

/** Where patterns were found, in the order of their ends; longer ones first at the same end. */
export class Hits {
  count = 0;
  pattern: Int32Array = new Int32Array(1024);
  /** Index of the word a pattern ends in. */
  word: Int32Array = new Int32Array(1024);

  add(pattern: number, word: number): void {
    if (this.count === this.pattern.length) this.grow();
    this.pattern[this.count] = pattern;
    this.word[this.count++] = word;
  }

  private grow(): void {
    const { pattern, word } = this;
    this.pattern = new Int32Array(pattern.length * 2);
    this.pattern.set(pattern);
    this.word = new Int32Array(word.length * 2);
    this.word.set(word);
  }
}

/**
 * Aho-Corasick automaton over folded units: finds all patterns in one pass whose cost does not depend on
 * their number. States are numbered breadth first; the shallow ones (nearly all visits) have full rows, the
 * deep ones hold their edges and fall back, so memory is bounded. A cell holds `target << 1 | has hits`.
 */
export class Automaton {
  private readonly alphabet: Alphabet;
  private readonly lengths: Uint16Array;
  private readonly compare: Uint8Array;
  private readonly marks: Uint8Array;
  private table: Int32Array = new Int32Array(0);
  private denseStates = 0;
  private denseCells = 0;
  /** Per sparse state: first edge, and the place to fall back to. */
  private edgeStart: Int32Array = new Int32Array(1);
  private edgeClass: Uint8Array = new Uint8Array(0);
  private edgeCell: Int32Array = new Int32Array(0);
  private fallback: Int32Array = new Int32Array(0);
  /** Per state: first pattern ending there, and the next shorter state where patterns end. */
  private outHead: Int32Array = new Int32Array(0);
  private outNext: Int32Array = new Int32Array(0);
  private shorter: Int32Array = new Int32Array(0);

  constructor(
    private readonly patterns: readonly Pattern[],
    denseCells = DENSE_CELLS,
  ) {
    this.alphabet = buildAlphabet(patterns);
    const { classOf, firstShared } = this.alphabet;
    this.lengths = Uint16Array.from(patterns, ({ units }) => units.length);
    this.marks = Uint8Array.from(patterns, ({ mark }) => mark);
    this.compare = Uint8Array.from(patterns, ({ units }) =>
      units.some((unit) => (classOf[unit] as number) >= firstShared) ? 1 : 0,
    );
    this.build(denseCells);
  }

  /** Bytes held by the tables. */
  get bytes(): number {
    const { table, edgeStart, edgeClass, edgeCell, fallback, outHead, outNext, shorter } = this;
    const arrays = [table, edgeStart, edgeClass, edgeCell, fallback, outHead, outNext, shorter];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 65536);
  }

  run(stream: WordStream, hits: Hits): void {
    const { table, denseCells } = this;
    const { classOf } = this.alphabet;
    const { units, length } = stream;
    hits.count = 0;
    let state = 0;
    let word = 0;
    let before = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at] as number;
      const cls = classOf[unit] as number;
      const cell = state < denseCells ? (table[state + cls] as number) : this.step(state, cls);
      state = cell >> 1;
      if ((cell & 1) === 1) this.collect(state, at, word, stream, hits);
      if (unit === 0 && before !== 0) word++;
      before = unit;
    }
  }

  private collect(place: number, at: number, word: number, stream: WordStream, hits: Hits): void {
    const { outHead, outNext, shorter } = this;
    for (let state = this.stateAt(place); state > 0; state = shorter[state] as number)
      for (let p = outHead[state] as number; p >= 0; p = outNext[p] as number) {
        const mark = this.marks[p] as number;
        if (mark !== 0) {
          const first = word - (this.patterns[p] as Pattern).words + 1;
          if (((stream.breaks[first] as number) & mark) === 0) continue;
        }
        if (this.compare[p] === 1 && !this.equals(p, at, stream.units)) continue;
        hits.add(p, word);
      }
  }

  private equals(pattern: number, at: number, units: Uint16Array): boolean {
    const wanted = (this.patterns[pattern] as Pattern).units;
    const from = at - (this.lengths[pattern] as number) + 1;
    for (let i = 0; i < wanted.length; i++) if (units[from + i] !== wanted[i]) return false;
    return true;
  }

  private stateAt(place: number): number {
    return place < this.denseCells
      ? (place / this.alphabet.classes) | 0
      : place - this.denseCells + this.denseStates;
  }

  private placeOf(state: number): number {
    return state < this.denseStates
      ? state * this.alphabet.classes
      : this.denseCells + state - this.denseStates;
  }

  private step(place: number, cls: number): number {
    let at = place;
    while (at >= this.denseCells) {
      const sparse = at - this.denseCells;
      const end = this.edgeStart[sparse + 1] as number;
      for (let e = this.edgeStart[sparse] as number; e < end; e++)
        if (this.edgeClass[e] === cls) return this.edgeCell[e] as number;
      at = this.fallback[sparse] as number;
    }
    return this.table[at + cls] as number;
  }

  private build(denseCells: number): void {
    const { classOf, classes } = this.alphabet;
    const trie = buildTrie(this.patterns, classOf);
    const states = trie.states;
    this.denseStates = Math.min(states, Math.max(1, Math.floor(denseCells / classes)));
    this.denseCells = this.denseStates * classes;
    const sparse = states - this.denseStates;
    const table = (this.table = new Int32Array(this.denseCells));
    this.edgeStart = new Int32Array(sparse + 1);
    this.edgeClass = new Uint8Array(sparse + 1);
    this.edgeCell = new Int32Array(sparse + 1);
    this.fallback = new Int32Array(sparse);
    this.outHead = trie.outHead;
    this.outNext = trie.outNext;
    const shorter = (this.shorter = new Int32Array(states));
    const fail = new Int32Array(states);
    let edges = 0;
    for (let state = 0; state < states; state++) {
      const dense = state < this.denseStates;
      const row = state * classes;
      const back = fail[state] as number;
      if (dense) {
        if (state > 0) table.copyWithin(row, back * classes, (back + 1) * classes);
      } else {
        this.edgeStart[state - this.denseStates] = edges;
        this.fallback[state - this.denseStates] = this.placeOf(back);
      }
      const end = trie.childStart[state + 1] as number;
      for (let child = trie.childStart[state] as number; child < end; child++) {
        const cls = trie.childClass[child] as number;
        const target = state === 0 ? 0 : this.stateAt(this.step(this.placeOf(back), cls) >> 1);
        fail[child] = target;
        shorter[child] =
          (trie.outHead[target] as number) >= 0 ? target : (shorter[target] as number);
        const hits = (trie.outHead[child] as number) >= 0 || (shorter[child] as number) > 0 ? 1 : 0;
        const cell = (this.placeOf(child) << 1) | hits;
        if (dense) table[row + cls] = cell;
        else {
          this.edgeClass[edges] = cls;
          this.edgeCell[edges++] = cell;
        }
      }
    }
    this.edgeStart[sparse] = edges;
  }
}

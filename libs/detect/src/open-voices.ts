import type { ToneCounts } from '@sturmwarte/domain';
import { AUTHOR_WORDS, markAuthor } from './authors.js';
import type { CountDelta } from './count-delta.js';
import { AUTHORS, kindsIn, TONE } from './heard-kinds.js';
import type { OpenMinute } from './open-minute.js';

/** Half a line of memory a slot: what its kinds are, its channels, and four numbers of its tone. */
const CELLS = 8;
const CHANNELS_AT = 1;
const TONE_AT = 2;

/** Who speaks in open minutes that lie in an inbox, where and how, each minute in a slot. Room is made when it is needed. */
export class OpenVoices {
  private cells = new Int32Array(0);
  private authors = new Int32Array(0);
  private readonly tone = { judged: 0, aggressive: 0, calls: 0, praise: 0 };
  private readonly bits = new Int32Array(AUTHOR_WORDS);

  makeRoom(slots: number): void {
    if (this.cells.length >= slots * CELLS) return;
    const { cells, authors } = this;
    this.cells = new Int32Array(slots * CELLS);
    this.cells.set(cells);
    this.authors = new Int32Array(slots * AUTHOR_WORDS);
    this.authors.set(authors);
  }

  forget(slot: number): void {
    this.cells.fill(0, slot * CELLS, (slot + 1) * CELLS);
    this.authors.fill(0, slot * AUTHOR_WORDS, (slot + 1) * AUTHOR_WORDS);
  }

  add(slot: number, { authors, channels = 0, tone }: CountDelta, kinds: number): void {
    this.put(slot, kinds, channels, tone);
    if (authors === undefined) return;
    for (let i = 0; i < authors.length; i++)
      markAuthor(this.authors, authors[i] ?? 0, slot * AUTHOR_WORDS);
  }

  takeOver(slot: number, one: OpenMinute): void {
    this.put(slot, kindsIn(one), one.channels, one.tone ?? undefined);
    if (one.authors !== null) this.authors.set(one.authors, slot * AUTHOR_WORDS);
  }

  /** Completes a minute that is taken; what it holds then is good until the next is taken. */
  take(slot: number, into: OpenMinute): void {
    const { cells, tone } = this;
    const at = slot * CELLS;
    const kinds = cells[at] ?? 0;
    if (kinds === 0) return;
    into.channels = cells[at + CHANNELS_AT] ?? 0;
    if ((kinds & TONE) !== 0) {
      tone.judged = cells[at + TONE_AT] ?? 0;
      tone.aggressive = cells[at + TONE_AT + 1] ?? 0;
      tone.calls = cells[at + TONE_AT + 2] ?? 0;
      tone.praise = cells[at + TONE_AT + 3] ?? 0;
      into.tone = tone;
    }
    if ((kinds & AUTHORS) !== 0) into.authors = this.takeAuthors(slot * AUTHOR_WORDS);
    for (let i = 0; i < CELLS; i++) cells[at + i] = 0;
  }

  private takeAuthors(from: number): Int32Array {
    const { authors, bits } = this;
    for (let word = 0; word < AUTHOR_WORDS; word++) {
      bits[word] = authors[from + word] ?? 0;
      authors[from + word] = 0;
    }
    return bits;
  }

  private put(slot: number, kinds: number, channels: number, tone: ToneCounts | undefined): void {
    const { cells } = this;
    const at = slot * CELLS;
    cells[at] = (cells[at] ?? 0) | kinds;
    cells[at + CHANNELS_AT] = (cells[at + CHANNELS_AT] ?? 0) | channels;
    if (tone === undefined) return;
    cells[at + TONE_AT] = (cells[at + TONE_AT] ?? 0) + tone.judged;
    cells[at + TONE_AT + 1] = (cells[at + TONE_AT + 1] ?? 0) + tone.aggressive;
    cells[at + TONE_AT + 2] = (cells[at + TONE_AT + 2] ?? 0) + tone.calls;
    cells[at + TONE_AT + 3] = (cells[at + TONE_AT + 3] ?? 0) + tone.praise;
  }
}

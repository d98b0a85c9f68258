import { Cells } from './cells.js';
import { heardMemory, MASKS_APART, masksOf } from './heard-memory.js';
import {
  COUNTS_APART,
  JUDGED_APART,
  RING_MINUTES,
  countsOf,
  judgedOf,
  realsOf,
  takeMemory,
} from './topic-memory.js';
import type { MemoryChunk } from './topic-memory.js';

const SLOT = RING_MINUTES - 1;
export const NOTHING: MinuteCounts = { negPermille: 0, total: 0, negCount: 0 };

/** What was counted in one minute. */
export interface MinuteCounts {
  readonly negPermille: number;
  readonly total: number;
  readonly negCount: number;
}

/** The same of every minute of a ring, and the channels with criticism, each minute in its slot. */
export interface RingColumns {
  readonly negPermille: Int32Array;
  readonly total: Int32Array;
  readonly negCount: Int32Array;
  readonly channels: Int32Array;
}

/** How fast what was just said stops counting as "now": to 1/e in a quarter of an hour. */
export const FADE_KEEP = Math.exp(-1 / 15);

/** Where the running sums over the newest so many minutes lie: thousandths of negatives, and mentions. */
const NEGATIVES = { 5: 0, 10: 1, 15: 2, 20: 3, 60: 4 } as const;
const MENTIONS = { 15: 5, 60: 6 } as const;
const FADING = 7;
const FIRST = 8;
const LAST = 9;

export type SummedMinutes = keyof typeof NEGATIVES;
export type SummedMentions = keyof typeof MENTIONS;

const SUMMED_NEGATIVES = [5, 10, 15, 20, 60] as const;
const SUMMED_MENTIONS = [15, 60] as const;

/**
 * The last 128 closed minutes of a topic. The stretches that every closing minute is judged by are kept as running sums;
 * they follow from the counts.
 */
export class MinuteRing extends Cells {
  static readonly CELLS = 10;
  /** Negatives and mentions of every minute, and how many were judged negative, for plain rules. */
  private counts: Int32Array;
  private countsFrom: number;
  private judgedFrom: number;
  /** Where channels lie as well, once one was named. */
  private chunk: MemoryChunk;
  private masksFrom: number;

  constructor({ chunk, index } = takeMemory()) {
    super(chunk.reals, realsOf(index));
    this.counts = chunk.wholes;
    this.countsFrom = countsOf(index);
    this.judgedFrom = judgedOf(index);
    this.chunk = chunk;
    this.masksFrom = masksOf(index);
    this.first = -1;
    this.last = -1;
  }

  /** Goes on with the ring of another topic. */
  follow(chunk: MemoryChunk, index: number): void {
    this.moveTo(chunk.reals, realsOf(index));
    if (this.chunk !== chunk) {
      this.chunk = chunk;
      this.counts = chunk.wholes;
    }
    this.countsFrom = countsOf(index);
    this.judgedFrom = judgedOf(index);
    this.masksFrom = masksOf(index);
  }

  /** The first and the newest closed minute; -1 before there is one. Before the first nothing is known. */
  get first(): number {
    return this.cells[this.from + FIRST] ?? -1;
  }
  set first(minute: number) {
    this.cells[this.from + FIRST] = minute;
  }
  get last(): number {
    return this.cells[this.from + LAST] ?? -1;
  }
  set last(minute: number) {
    this.cells[this.from + LAST] = minute;
  }

  columns(): RingColumns {
    const column = (read: (minute: number) => number): Int32Array =>
      Int32Array.from({ length: RING_MINUTES }, (_, slot) => this.counts[read(slot)] ?? 0);
    return {
      negPermille: column((slot) => this.placeOf(slot)),
      total: column((slot) => this.placeOf(slot) + 1),
      negCount: column((slot) => this.judgedOf(slot)),
      channels: Int32Array.from({ length: RING_MINUTES }, (_, slot) => this.maskAt(slot)),
    };
  }

  /** Takes over a ring as it was. */
  takeOver(first: number, last: number, columns: RingColumns): void {
    this.first = first;
    this.last = last;
    for (let slot = 0; slot < RING_MINUTES; slot++) {
      this.counts[this.placeOf(slot)] = columns.negPermille[slot] ?? 0;
      this.counts[this.placeOf(slot) + 1] = columns.total[slot] ?? 0;
      this.counts[this.judgedOf(slot)] = columns.negCount[slot] ?? 0;
      this.setMask(slot, columns.channels[slot] ?? 0);
    }
    this.sumUp();
  }

  /** Appends the next minute; minutes left out in between are empty. */
  push(minute: number, counts: MinuteCounts, channels: number): void {
    if (this.last >= 0 && minute - this.last > RING_MINUTES) this.empty();
    else if (this.last >= 0)
      for (let gap = this.last + 1; gap < minute; gap++) this.append(gap, NOTHING, 0);
    this.append(minute, counts, channels);
    if (this.first < 0) this.first = minute;
    this.last = minute;
  }

  holds(minute: number): boolean {
    return minute <= this.last && minute > this.last - RING_MINUTES && minute >= this.first;
  }

  /** A minute that is held. */
  correct(minute: number, { negPermille, total, negCount }: MinuteCounts): void {
    const { counts } = this;
    const place = this.placeOf(minute);
    const judged = this.judgedOf(minute);
    counts[place] = (counts[place] ?? 0) + negPermille;
    counts[place + 1] = (counts[place + 1] ?? 0) + total;
    counts[judged] = (counts[judged] ?? 0) + negCount;
    if (negPermille !== 0 || total !== 0) this.sumUp();
  }

  negativeAt(minute: number): number {
    return this.holds(minute) ? (this.counts[this.placeOf(minute)] ?? 0) : 0;
  }

  totalAt(minute: number): number {
    return this.holds(minute) ? (this.counts[this.placeOf(minute) + 1] ?? 0) : 0;
  }

  negCountAt(minute: number): number {
    return this.holds(minute) ? (this.counts[this.judgedOf(minute)] ?? 0) : 0;
  }

  channelsAt(minute: number): number {
    return this.holds(minute) ? this.maskAt(minute) : 0;
  }

  /** Thousandths of negatives in the newest minutes. */
  newestNegatives(minutes: SummedMinutes): number {
    return this.cells[this.from + NEGATIVES[minutes]] ?? 0;
  }

  newestMentions(minutes: SummedMentions): number {
    return this.cells[this.from + MENTIONS[minutes]] ?? 0;
  }

  /** Thousandths of negatives from one minute to another, both held: the newest counts in full, the others fade. */
  fading(from: number, to: number): number {
    const { counts } = this;
    let sum = 0;
    for (let at = from; at <= to; at++) sum = sum * FADE_KEEP + (counts[this.placeOf(at)] ?? 0);
    return sum;
  }

  /** Thousandths of negatives, fading: never less than a walk over the newest minutes would find, but for rounding. */
  get fadingAtMost(): number {
    return this.cells[this.from + FADING] ?? 0;
  }

  /** Where the negatives of a minute lie; its mentions follow them. */
  private placeOf(minute: number): number {
    return this.countsFrom + (minute & SLOT) * COUNTS_APART;
  }

  private judgedOf(minute: number): number {
    return this.judgedFrom + (minute & SLOT) * JUDGED_APART;
  }

  private maskAt(minute: number): number {
    return this.chunk.heard?.wholes[this.masksFrom + (minute & SLOT) * MASKS_APART] ?? 0;
  }

  private setMask(minute: number, mask: number): void {
    if (mask === 0 && this.chunk.heard === null) return;
    heardMemory(this.chunk).wholes[this.masksFrom + (minute & SLOT) * MASKS_APART] = mask;
  }

  private append(minute: number, counts: MinuteCounts, channels: number): void {
    const place = this.placeOf(minute);
    this.counts[place] = counts.negPermille;
    this.counts[place + 1] = counts.total;
    this.counts[this.judgedOf(minute)] = counts.negCount;
    this.setMask(minute, channels);
    this.pass(minute);
  }

  /** Lets the running sums go on by the minute just counted. */
  private pass(minute: number): void {
    const { counts, cells, from } = this;
    const negatives = counts[this.placeOf(minute)] ?? 0;
    const mentions = counts[this.placeOf(minute) + 1] ?? 0;
    const left = (minutes: number): number => counts[this.placeOf(minute - minutes)] ?? 0;
    const gone = (minutes: number): number => counts[this.placeOf(minute - minutes) + 1] ?? 0;
    cells[from] = (cells[from] ?? 0) + negatives - left(5);
    cells[from + 1] = (cells[from + 1] ?? 0) + negatives - left(10);
    cells[from + 2] = (cells[from + 2] ?? 0) + negatives - left(15);
    cells[from + 3] = (cells[from + 3] ?? 0) + negatives - left(20);
    cells[from + 4] = (cells[from + 4] ?? 0) + negatives - left(60);
    cells[from + 5] = (cells[from + 5] ?? 0) + mentions - gone(15);
    cells[from + 6] = (cells[from + 6] ?? 0) + mentions - gone(60);
    cells[from + FADING] = (cells[from + FADING] ?? 0) * FADE_KEEP + Math.max(0, negatives);
  }

  /** Sums up anew. */
  private sumUp(): void {
    const { counts, cells, from, last } = this;
    for (const minutes of SUMMED_NEGATIVES) {
      let sum = 0;
      for (let age = 0; age < minutes; age++) sum += counts[this.placeOf(last - age)] ?? 0;
      cells[from + NEGATIVES[minutes]] = sum;
    }
    for (const minutes of SUMMED_MENTIONS) {
      let sum = 0;
      for (let age = 0; age < minutes; age++) sum += counts[this.placeOf(last - age) + 1] ?? 0;
      cells[from + MENTIONS[minutes]] = sum;
    }
    let fading = 0;
    for (let age = SLOT; age >= 0; age--)
      fading = fading * FADE_KEEP + Math.max(0, counts[this.placeOf(last - age)] ?? 0);
    cells[from + FADING] = fading;
  }

  private empty(): void {
    for (let slot = 0; slot < RING_MINUTES; slot++) {
      this.counts[this.placeOf(slot)] = 0;
      this.counts[this.placeOf(slot) + 1] = 0;
      this.counts[this.judgedOf(slot)] = 0;
      this.setMask(slot, 0);
    }
    this.cells.fill(0, this.from, this.from + FADING + 1);
  }
}

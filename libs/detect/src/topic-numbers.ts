import { Baseline } from './baseline.js';
import { Habit } from './habit.js';
import { PraiseWatch } from './praise.js';
import { Records } from './records.js';
import { RecentPast } from './recent.js';
import { MinuteRing } from './ring.js';
import { ShareBaseline } from './share.js';
import { realsOf } from './topic-memory.js';
import type { MemoryChunk, TopicMemory } from './topic-memory.js';

/** Baselines learn a minute only after it has left the hour they are compared with, corrections included. */
export const LEARN_AFTER_MINUTES = 60;

const BASELINE = MinuteRing.CELLS;
const SHARE = BASELINE + Baseline.CELLS;
const RECENT = SHARE + ShareBaseline.CELLS;
const HABIT = RECENT + RecentPast.CELLS;
const SCORE = HABIT + Habit.CELLS;
const HEAD_START = SCORE + 1;
const KNOWN = HEAD_START + 1;
const RECORDS = KNOWN + 1;
const PRAISE = RECORDS + Records.CELLS;

/** The numbers of a topic that every minute changes, where they lie in its memory: what is asked for most comes first. */
export class TopicNumbers {
  readonly ring: MinuteRing;
  readonly baseline: Baseline;
  readonly share: ShareBaseline;
  readonly recent: RecentPast;
  readonly habit: Habit;
  readonly records: Records;
  /** Of use where the tone is known: only who listens can tell joy from anger. */
  readonly praise: PraiseWatch;

  private reals: Float64Array;
  private realsFrom: number;

  constructor(memory: TopicMemory) {
    const { reals } = memory.chunk;
    const realsFrom = realsOf(memory.index);
    this.reals = reals;
    this.realsFrom = realsFrom;
    this.ring = new MinuteRing(memory);
    this.baseline = new Baseline(reals, realsFrom + BASELINE);
    this.share = new ShareBaseline(reals, realsFrom + SHARE);
    this.recent = new RecentPast(reals, realsFrom + RECENT);
    this.habit = new Habit(reals, realsFrom + HABIT);
    this.records = new Records(reals, realsFrom + RECORDS);
    this.praise = new PraiseWatch(reals, realsFrom + PRAISE);
    this.lastScore = null;
    this.headStart = 0;
  }

  get lastScore(): number | null {
    const score = this.reals[this.realsFrom + SCORE] ?? NaN;
    return Number.isNaN(score) ? null : score;
  }
  set lastScore(score: number | null) {
    this.reals[this.realsFrom + SCORE] = score ?? NaN;
  }

  /** What the score is given ahead on the way to the alarm. */
  get headStart(): number {
    return this.reals[this.realsFrom + HEAD_START] ?? 0;
  }
  set headStart(headStart: number) {
    this.reals[this.realsFrom + HEAD_START] = headStart;
  }

  /** What was heard of it beside counts, see `kindsIn`. */
  get known(): number {
    return this.reals[this.realsFrom + KNOWN] ?? 0;
  }
  set known(kinds: number) {
    this.reals[this.realsFrom + KNOWN] = kinds;
  }

  /** Looks at another topic from here on. The shapes of its day and week and its past records are not among the numbers. */
  follow(chunk: MemoryChunk, index: number): void {
    const { reals } = chunk;
    const realsFrom = realsOf(index);
    if (this.reals !== reals) this.reals = reals;
    this.realsFrom = realsFrom;
    this.ring.follow(chunk, index);
    this.baseline.moveTo(reals, realsFrom + BASELINE);
    this.share.moveTo(reals, realsFrom + SHARE);
    this.recent.moveTo(reals, realsFrom + RECENT);
    this.habit.moveTo(reals, realsFrom + HABIT);
    this.records.moveTo(reals, realsFrom + RECORDS);
    this.praise.moveTo(reals, realsFrom + PRAISE);
  }

  /** Takes a closed minute for usual. What was expected beforehand (`lift`) is not the usual of its hour. */
  learn(minute: number, hourOfWeek: number, lift: number, weight: number): void {
    const { ring, baseline, share, recent } = this;
    const negatives = Math.max(0, ring.negativeAt(minute)) / 1000 / lift;
    const total = Math.max(0, ring.totalAt(minute)) / lift;
    const hourEnds = baseline.absorb(hourOfWeek, negatives, weight);
    if (hourEnds) share.learn();
    share.gather(negatives * weight, total * weight);
    recent.absorb(negatives, total, baseline.rate(hourOfWeek), weight);
  }
}

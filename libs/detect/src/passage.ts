import type { HourOfWeek } from './hour-of-week.js';
import type { LookBack } from './look-back.js';
import type { OpenMinute } from './open-minute.js';
import { NOTHING } from './ring.js';
import { AUTHORS, TONE } from './heard-kinds.js';
import { seePraise } from './see-praise.js';
import { plainlyCalm } from './score.js';
import type { ScoredTopic } from './score.js';
import { LOWEST_SCORE } from './severity.js';
import { takeMemory } from './topic-memory.js';
import type { MemoryChunk } from './topic-memory.js';
import { LEARN_AFTER_MINUTES, TopicNumbers } from './topic-numbers.js';
import type { ToneSketch } from './tone.js';
import { Voices } from './voices.js';
import { youthOf } from './youth.js';

const NO_OPEN: readonly OpenMinute[] = [];

/**
 * Closes minutes of plain topics (`TopicState.isPlain`) as `closeMinute` does, in the same words of the same parts, but
 * leads one view along their numbers: nothing else of them is fetched.
 */
export class Passage extends TopicNumbers implements ScoredTopic {
  readonly volume = null;
  private readonly voices: Voices;

  constructor(
    private readonly window: LookBack,
    private readonly hourOfWeek: HourOfWeek,
    memory = takeMemory(),
  ) {
    super(memory);
    this.voices = new Voices(memory);
  }

  get tone(): ToneSketch | null {
    return (this.known & TONE) === 0 ? null : this.voices.tone;
  }

  /** Looks at a topic; false where `minute` must be closed in full: an hour, a day or a gap ends. */
  leadsTo(chunk: MemoryChunk, index: number, minute: number): boolean {
    this.follow(chunk, index);
    if (chunk.heard !== null && this.known !== 0) this.voices.follow(chunk.heard, index);
    const { ring, baseline } = this;
    if (ring.last !== minute - 1 || this.records.isSettledIn(minute)) return false;
    if (!baseline.keepsRate(this.hourOfWeek(minute))) return false;
    const learned = minute - LEARN_AFTER_MINUTES;
    if (learned < ring.first) return true;
    const hour = this.hourOfWeek(learned);
    return baseline.slot === hour && baseline.keepsRate(hour);
  }

  /** Counts and learns the minute it was led to. True where it is plainly calm and so over; else it must be judged. */
  pass(minute: number, open: OpenMinute | null): boolean {
    const { ring, baseline, window, known } = this;
    ring.push(minute, open ?? NOTHING, open?.channels ?? 0);
    if (known !== 0) this.voices.hear(minute, open, known, false);
    const learned = minute - LEARN_AFTER_MINUTES;
    if (ring.holds(learned)) this.learn(learned, this.hourOfWeek(learned), 1, 1);
    window.read(minute, ring, NO_OPEN);
    const lastHour = window.newestNegatives(60) * 1_000;
    this.records.see(minute, ring.negativeAt(minute), lastHour, false);
    seePraise(this, minute, window);
    const youth = (known & AUTHORS) === 0 ? youthOf(baseline.hours, null) : 0;
    const calm = plainlyCalm(window, baseline.rate(this.hourOfWeek(minute)), this, youth);
    if (calm === null || calm >= LOWEST_SCORE) return false;
    this.lastScore = calm;
    this.habit.see(minute, -Infinity, false);
    return true;
  }
}

import { Cells } from './cells.js';

const BLOCK_MINUTES = 720;
/** The score that one half day in ten climbs above, before it is known for this topic. */
export const COMMON_PEAK = 3;
/** One half day in ten lies above: each that does lifts the mark nine times as far as one that does not lowers it. */
const RISE = 0.25;
const FALL = RISE / 9;
/** The first half days move the mark further. */
const LEAST_STEP = 0.4;
const FIRST_STEPS = 4;
const DOUBT_BLOCKS = 8;

/**
 * How high the score of a topic climbs in its livelier half days. Topics differ in how nervous they are; measured from
 * its own usual peak, the same score is as rare on one topic as on the other. Half days with an alarm are left out.
 */
export class Habit extends Cells {
  static readonly CELLS = 4;

  constructor(cells: Float64Array = new Float64Array(Habit.CELLS), from = 0) {
    super(cells, from);
    this.peak = COMMON_PEAK;
    this.highest = -Infinity;
  }

  get peak(): number {
    return this.cells[this.from] ?? 0;
  }
  set peak(value: number) {
    this.cells[this.from] = value;
  }
  get highest(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set highest(value: number) {
    this.cells[this.from + 1] = value;
  }
  get blocks(): number {
    return this.cells[this.from + 2] ?? 0;
  }
  set blocks(value: number) {
    this.cells[this.from + 2] = value;
  }

  /** An alarm fell into this half day. */
  get disturbed(): boolean {
    return this.cells[this.from + 3] === 1;
  }
  set disturbed(value: boolean) {
    this.cells[this.from + 3] = value ? 1 : 0;
  }

  see(minute: number, raw: number, alarm: boolean): void {
    if (raw > this.highest) this.highest = raw;
    if (alarm) this.disturbed = true;
    if (minute % BLOCK_MINUTES !== BLOCK_MINUTES - 1) return;
    if (!this.disturbed) {
      this.blocks++;
      const step = Math.max(LEAST_STEP, FIRST_STEPS / (this.blocks + DOUBT_BLOCKS));
      this.peak += (this.highest > this.peak ? RISE : -FALL) * step;
    }
    this.highest = -Infinity;
    this.disturbed = false;
  }
}

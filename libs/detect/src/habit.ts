const BLOCK_MINUTES = 720;
/** The usual peak of half a day, before it is known; worth this many half days. */
export const COMMON_PEAK = 1.8;
const DOUBT_BLOCKS = 6;
const STEP = 0.07;
const MOST_ABOVE = 1;

/**
 * How high the score of a topic usually climbs in half a day. Topics differ in how nervous they are; measured from
 * its own usual peak, the same score is as rare on one topic as on the other. Half days with an alarm are left out.
 */
export class Habit {
  peak = COMMON_PEAK;
  blocks = 0;
  highest = -Infinity;
  disturbed = false;

  see(minute: number, raw: number, alarm: boolean): void {
    if (raw > this.highest) this.highest = raw;
    if (alarm) this.disturbed = true;
    if (minute % BLOCK_MINUTES !== BLOCK_MINUTES - 1) return;
    if (!this.disturbed) {
      this.blocks++;
      const seen = Math.min(this.highest, this.peak + MOST_ABOVE);
      this.peak += (seen - this.peak) * Math.max(STEP, 1 / (this.blocks + DOUBT_BLOCKS));
    }
    this.highest = -Infinity;
    this.disturbed = false;
  }
}

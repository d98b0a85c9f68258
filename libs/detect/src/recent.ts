/** Half a day: long enough not to follow a storm, short enough to know a busy or a bad-tempered day. */
const KEEP_MINUTES = 720;

/** The last half day, fading: how this day compares with what its hours usually bring. */
export class RecentPast {
  negative = 0;
  total = 0;
  expected = 0;

  /** Takes in one minute with a weight from 0 to 1; what is not taken in does not push out what is known. */
  absorb(negatives: number, total: number, expected: number, weight: number): void {
    const keep = 1 - (1 - Math.exp(-1 / KEEP_MINUTES)) * weight;
    this.negative = this.negative * keep + negatives * weight;
    this.total = this.total * keep + total * weight;
    this.expected = this.expected * keep + expected * weight;
  }
}

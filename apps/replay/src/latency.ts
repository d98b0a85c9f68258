/** Upper bounds of the buckets grow by a tenth: what is read off is at most that much too high. */
const GROWTH = 1.1;
const FIRST_MS = 0.1;

/** A histogram of durations in bounded memory. */
export class Latency {
  private readonly buckets: number[] = [];
  private count = 0;
  private longest = 0;

  add(ms: number): void {
    const bucket = Math.max(
      0,
      Math.ceil(Math.log(Math.max(ms, FIRST_MS) / FIRST_MS) / Math.log(GROWTH)),
    );
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
    this.count++;
    this.longest = Math.max(this.longest, ms);
  }

  /** Milliseconds that `share` (0 to 1) of all durations did not exceed; null before the first. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let seen = 0;
    for (const [bucket, count] of this.buckets.entries()) {
      seen += count ?? 0;
      if (seen >= share * this.count) return Math.min(this.longest, FIRST_MS * GROWTH ** bucket);
    }
    return this.longest;
  }
}

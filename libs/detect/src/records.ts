const BUCKET_MINUTES = 30;
const BUCKETS = 12;
const DAY_MINUTES = 1440;
/** Four weeks of days; fewer than three are no record. */
export const RECORD_DAYS = 28;
const FEWEST_DAYS = 3;
/** A day raises the record by at most this factor: one storm must not deafen the watch for a month. */
const MOST_RISE = 1.5;

/** Thousandths of negatives taken as "nothing": a record of next to nothing is none. */
const FLOOR = 3_000;

/**
 * The highest hour and the highest six hours of each of the last 28 days. Six hours are counted in half hours, the
 * running one included. All in thousandths.
 */
export class Records {
  readonly halfHours = new Int32Array(BUCKETS);
  readonly hourPeaks = new Int32Array(RECORD_DAYS);
  readonly sixHourPeaks = new Int32Array(RECORD_DAYS);
  days = 0;
  /** The highest of the days kept; follows from them. */
  hourRecord = 0;
  sixHourRecord = 0;
  /** Of the running day. */
  hourPeak = 0;
  sixHourPeak = 0;

  /** Takes in the minute just closed and the negatives of the hour that ends with it. */
  see(minute: number, negPermille: number, hour: number): void {
    const bucket = bucketOf(minute);
    const begins = minute % BUCKET_MINUTES === 0;
    this.halfHours[bucket] = (begins ? 0 : (this.halfHours[bucket] ?? 0)) + negPermille;
    if (hour > this.hourPeak) this.hourPeak = hour;
    const sixHours = this.sixHours();
    if (sixHours > this.sixHourPeak) this.sixHourPeak = sixHours;
    if (minute % DAY_MINUTES === DAY_MINUTES - 1) this.endDay();
  }

  /** Only while the half hour is still counted in the six hours. */
  correct(age: number, minute: number, negPermille: number): void {
    if (age >= BUCKET_MINUTES * (BUCKETS - 1)) return;
    const bucket = bucketOf(minute);
    this.halfHours[bucket] = (this.halfHours[bucket] ?? 0) + negPermille;
  }

  sixHours(): number {
    let sum = 0;
    for (let i = 0; i < BUCKETS; i++) sum += this.halfHours[i] ?? 0;
    return sum;
  }

  /** How many times the record the last hour and the last six hours are, as logarithms; null before there is a record. */
  above(hour: number, open: number): { readonly hour: number; readonly sixHours: number } | null {
    if (this.days < FEWEST_DAYS) return null;
    const times = (now: number, record: number): number =>
      Math.log((Math.max(0, now) + FLOOR) / (record + FLOOR));
    return {
      hour: times(hour, this.hourRecord),
      sixHours: times(this.sixHours() + open, this.sixHourRecord),
    };
  }

  /** Finds the records among the days. */
  settle(): void {
    this.hourRecord = highest(this.hourPeaks);
    this.sixHourRecord = highest(this.sixHourPeaks);
  }

  private endDay(): void {
    this.keep(this.hourPeaks, this.hourPeak);
    this.keep(this.sixHourPeaks, this.sixHourPeak);
    this.days++;
    this.settle();
    this.hourPeak = 0;
    this.sixHourPeak = 0;
  }

  private keep(peaks: Int32Array, peak: number): void {
    const most = this.days < FEWEST_DAYS ? Infinity : MOST_RISE * Math.max(highest(peaks), FLOOR);
    peaks[this.days % RECORD_DAYS] = Math.round(Math.max(0, Math.min(peak, most)));
  }
}

function bucketOf(minute: number): number {
  return Math.floor(minute / BUCKET_MINUTES) % BUCKETS;
}

function highest(peaks: Int32Array): number {
  let most = 0;
  for (let i = 0; i < peaks.length; i++) most = Math.max(most, peaks[i] ?? 0);
  return most;
}

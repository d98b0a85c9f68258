import { Cells } from './cells.js';

const BUCKET_MINUTES = 30;
const BUCKETS = 12;
/** Where the half hours begin among the numbers of a record. */
const HALF_HOURS = 9;
const DAY_MINUTES = 1440;
/** Four weeks of days; fewer than three are no record. */
export const RECORD_DAYS = 28;
const FEWEST_DAYS = 3;
/** Of so few days none can be spared for a night. */
const FEW_DAYS = 7;
/** Of windows of six hours, none reaches back into the day before any more. */
const NIGHT_MINUTES = 6 * 60;
/** A day raises the record by at most this factor: one storm must not deafen the watch for a month. */
const MOST_RISE = 1.5;

/** Thousandths of negatives taken as "nothing": a record of next to nothing is none. */
const FLOOR = 3_000;

/**
 * The highest hour and the highest six hours of each of the last 28 days. Six hours are counted in half hours, the
 * running one included. All in thousandths.
 *
 * A day that has ended is no record before an alarm ends, for a day at most, nor, after the first week, for six hours:
 * what goes on over midnight must not be measured by its own first evening.
 */
export class Records extends Cells {
  readonly hourPeaks = new Int32Array(RECORD_DAYS);
  readonly sixHourPeaks = new Int32Array(RECORD_DAYS);
  static readonly CELLS = HALF_HOURS + BUCKETS;

  constructor(cells: Float64Array = new Float64Array(Records.CELLS), from = 0) {
    super(cells, from);
    this.hourLift = 1;
    this.sixHourLift = 1;
  }

  get days(): number {
    return this.cells[this.from] ?? 0;
  }
  set days(value: number) {
    this.cells[this.from] = value;
  }
  /** The highest of the days kept; follows from them. */
  get hourRecord(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set hourRecord(value: number) {
    this.cells[this.from + 1] = value;
  }
  get sixHourRecord(): number {
    return this.cells[this.from + 2] ?? 0;
  }
  set sixHourRecord(value: number) {
    this.cells[this.from + 2] = value;
  }
  /** Of the half hours, the running one included; follows from them. */
  get sixHourSum(): number {
    return this.cells[this.from + 3] ?? 0;
  }
  set sixHourSum(value: number) {
    this.cells[this.from + 3] = value;
  }
  /** Of the running day. */
  get hourPeak(): number {
    return this.cells[this.from + 4] ?? 0;
  }
  set hourPeak(value: number) {
    this.cells[this.from + 4] = value;
  }
  get sixHourPeak(): number {
    return this.cells[this.from + 5] ?? 0;
  }
  set sixHourPeak(value: number) {
    this.cells[this.from + 5] = value;
  }

  /** How many times as much as usual was expected in the hours judged: a storm must beat a planned peak. */
  get hourLift(): number {
    return this.cells[this.from + 6] ?? 1;
  }
  set hourLift(value: number) {
    this.cells[this.from + 6] = value;
  }
  get sixHourLift(): number {
    return this.cells[this.from + 7] ?? 1;
  }
  set sixHourLift(value: number) {
    this.cells[this.from + 7] = value;
  }

  /** Newest days that are no record yet: 1 or 0. */
  get withheld(): number {
    return this.cells[this.from + 8] ?? 0;
  }
  set withheld(value: number) {
    this.cells[this.from + 8] = value;
  }

  get halfHours(): readonly number[] {
    return [...this.cells.subarray(this.from + HALF_HOURS, this.from + HALF_HOURS + BUCKETS)];
  }
  set halfHours(values: readonly number[]) {
    this.cells.set(values, this.from + HALF_HOURS);
  }

  /** Whether the records of all days are looked through in this minute, given that no alarm stands. */
  isSettledIn(minute: number): boolean {
    return isDayEnd(minute) || this.isReleasedIn(minute, false);
  }

  /** Takes in the minute just closed and the negatives of the hour that ends with it. */
  see(minute: number, negPermille: number, hour: number, alarm: boolean): void {
    if (this.isReleasedIn(minute, alarm)) {
      this.withheld = 0;
      this.settle();
    }
    const bucket = bucketOf(minute);
    const before = minute % BUCKET_MINUTES === 0 ? 0 : this.halfHour(bucket);
    this.setHalfHour(bucket, before + negPermille);
    // A planned peak sets no record, or it would deafen the watch for a month.
    const usual = hour / this.hourLift;
    if (usual > this.hourPeak) this.hourPeak = usual;
    const sixHours = this.sixHourSum / this.sixHourLift;
    if (sixHours > this.sixHourPeak) this.sixHourPeak = sixHours;
    if (isDayEnd(minute)) this.endDay(alarm);
  }

  /** Only while the half hour is still counted in the six hours. */
  correct(age: number, minute: number, negPermille: number): void {
    if (age >= BUCKET_MINUTES * (BUCKETS - 1)) return;
    const bucket = bucketOf(minute);
    this.setHalfHour(bucket, this.halfHour(bucket) + negPermille);
  }

  /** How many times the record the last hour and the last six hours are, as logarithms; null before there is a record. */
  above(hour: number, open: number): { readonly hour: number; readonly sixHours: number } | null {
    if (this.days - this.withheld < FEWEST_DAYS) return null;
    const times = (now: number, record: number): number =>
      Math.log((Math.max(0, now) + FLOOR) / (record + FLOOR));
    return {
      hour: times(hour, this.hourRecord * this.hourLift),
      sixHours: times(this.sixHourSum + open, this.sixHourRecord * this.sixHourLift),
    };
  }

  /** Whether neither is reached, or there is no record to reach; the minutes are closed. */
  isBelow(hour: number): boolean {
    if (this.days - this.withheld < FEWEST_DAYS) return true;
    return hour <= this.hourRecord && this.sixHourSum <= this.sixHourRecord;
  }

  /** Finds what follows: the records among the days, the sum of the half hours. */
  settle(): void {
    this.sixHourSum = this.halfHours.reduce((sum, one) => sum + one, 0);
    const but = this.withheld > 0 ? (this.days - 1) % RECORD_DAYS : -1;
    this.hourRecord = highest(this.hourPeaks, but);
    this.sixHourRecord = highest(this.sixHourPeaks, but);
  }

  private halfHour(bucket: number): number {
    return this.cells[this.from + HALF_HOURS + bucket] ?? 0;
  }

  private setHalfHour(bucket: number, negPermille: number): void {
    this.sixHourSum += negPermille - this.halfHour(bucket);
    this.cells[this.from + HALF_HOURS + bucket] = negPermille;
  }

  private isReleasedIn(minute: number, alarm: boolean): boolean {
    if (this.withheld === 0 || alarm) return false;
    return this.days <= FEW_DAYS || minute % DAY_MINUTES >= NIGHT_MINUTES;
  }

  private endDay(alarm: boolean): void {
    this.keep(this.hourPeaks, this.hourPeak);
    this.keep(this.sixHourPeaks, this.sixHourPeak);
    this.days++;
    // Only one day: a new normal must not alarm for ever.
    this.withheld = this.withheld === 0 && (alarm || this.days > FEW_DAYS) ? 1 : 0;
    this.settle();
    this.hourPeak = 0;
    this.sixHourPeak = 0;
  }

  private keep(peaks: Int32Array, peak: number): void {
    const most = this.days < FEWEST_DAYS ? Infinity : MOST_RISE * Math.max(highest(peaks), FLOOR);
    peaks[this.days % RECORD_DAYS] = Math.round(Math.max(0, Math.min(peak, most)));
  }
}

function isDayEnd(minute: number): boolean {
  return minute % DAY_MINUTES === DAY_MINUTES - 1;
}

function bucketOf(minute: number): number {
  return Math.floor(minute / BUCKET_MINUTES) % BUCKETS;
}

function highest(peaks: Int32Array, but = -1): number {
  let most = 0;
  for (let i = 0; i < peaks.length; i++) if (i !== but) most = Math.max(most, peaks[i] ?? 0);
  return most;
}

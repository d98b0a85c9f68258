import { Cells } from './cells.js';
import { HOURS_OF_WEEK } from './hour-of-week.js';

const HOURS_OF_DAY = 24;
/** Half-lives: about four days for the level, about five same hours for the shape of the day. */
const LEVEL_STEP = 1 / 120;
const DAY_STEP = 0.14;
const WEEK_STEP = 0.3;
const SPREAD_STEP = 1 / 120;
/** An hour counts at most this many times what was expected, or what chance allows. */
const MOST_TIMES = 3;
/** Until a shape of the day is known it is flat; this many seen hours weigh as much as that belief. */
const DAY_DOUBT = 1;
const WEEK_DOUBT = 3;
/** Relative spread of an hour before any is known. */
const FIRST_SPREAD = 0.6;

/** Where the rates of two hours are kept, an even and an odd one, each behind its hour: minutes ask for them again and again. */
const KEPT = 6;

/**
 * How many negative mentions a minute are usual: a level times a shape of the day, refined by the hour of the week
 * once several weeks are known. Learns whole hours, winsorised, so that one storm hardly moves it.
 */
export class Baseline extends Cells {
  static readonly CELLS = 10;
  readonly dayShape = new Float64Array(HOURS_OF_DAY).fill(1);
  readonly daySeen = new Float64Array(HOURS_OF_DAY);
  /** In thousandths: whole numbers keep snapshots short. */
  readonly weekShape = new Int32Array(HOURS_OF_WEEK).fill(1000);
  readonly weekSeen = new Uint8Array(HOURS_OF_WEEK);
  constructor(cells: Float64Array = new Float64Array(Baseline.CELLS), from = 0) {
    super(cells, from);
    this.spread = FIRST_SPREAD ** 2;
    this.slot = -1;
    this.forgetRates();
  }

  /** Hours learned so far, frozen ones not counted. */
  get hours(): number {
    return this.cells[this.from] ?? 0;
  }
  set hours(value: number) {
    this.cells[this.from] = value;
  }
  /** Negatives per minute, time of day removed. */
  get level(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set level(value: number) {
    this.cells[this.from + 1] = value;
  }
  /** Spread of an hour around its expectation, as a variance relative to the expectation squared. */
  get spread(): number {
    return this.cells[this.from + 2] ?? 0;
  }
  set spread(value: number) {
    this.cells[this.from + 2] = value;
  }
  /** The hour being gathered. */
  get slot(): number {
    return this.cells[this.from + 3] ?? 0;
  }
  set slot(value: number) {
    this.cells[this.from + 3] = value;
  }
  get gathered(): number {
    return this.cells[this.from + 4] ?? 0;
  }
  set gathered(value: number) {
    this.cells[this.from + 4] = value;
  }
  get gatheredMinutes(): number {
    return this.cells[this.from + 5] ?? 0;
  }
  set gatheredMinutes(value: number) {
    this.cells[this.from + 5] = value;
  }

  get born(): boolean {
    return this.slot >= 0;
  }

  /** Expected negatives per minute in this hour of the week (0 to 167). */
  rate(hourOfWeek: number): number {
    if (this.hours === 0)
      return this.gatheredMinutes > 0 ? this.gathered / this.gatheredMinutes : 0;
    const { cells } = this;
    const kept = this.from + KEPT + 2 * (hourOfWeek & 1);
    if (cells[kept] !== hourOfWeek) {
      cells[kept] = hourOfWeek;
      cells[kept + 1] = this.level * this.shape(hourOfWeek);
    }
    return cells[kept + 1] ?? 0;
  }

  /** Whether `rate` is at hand, without asking for the shape of the day. */
  keepsRate(hourOfWeek: number): boolean {
    if (this.hours === 0) return true;
    return this.cells[this.from + KEPT + 2 * (hourOfWeek & 1)] === hourOfWeek;
  }

  /** What is kept of the rates no longer holds: something was learned, or taken over. */
  forgetRates(): void {
    this.cells[this.from + KEPT] = -1;
    this.cells[this.from + KEPT + 2] = -1;
  }

  /** Takes in one minute: `negatives` (not thousandths) with a weight from 0 (frozen) to 1. True when it begins an hour. */
  absorb(hourOfWeek: number, negatives: number, weight: number): boolean {
    const begins = hourOfWeek !== this.slot;
    if (begins) {
      if (this.slot >= 0 && this.gatheredMinutes >= 15) {
        this.learnHour();
        this.forgetRates();
      }
      this.slot = hourOfWeek;
      this.gathered = 0;
      this.gatheredMinutes = 0;
    }
    this.gathered += negatives * weight;
    this.gatheredMinutes += weight;
    return begins;
  }

  private shape(hourOfWeek: number): number {
    const hour = hourOfWeek % HOURS_OF_DAY;
    const seen = this.daySeen[hour] ?? 0;
    const day = ((this.dayShape[hour] ?? 1) * seen + DAY_DOUBT) / (seen + DAY_DOUBT);
    const weeks = this.weekSeen[hourOfWeek] ?? 0;
    if (weeks < 2) return day;
    return (
      (day * (((this.weekShape[hourOfWeek] ?? 1000) / 1000) * weeks + WEEK_DOUBT)) /
      (weeks + WEEK_DOUBT)
    );
  }

  private learnHour(): void {
    const observed = this.gathered / this.gatheredMinutes;
    if (this.hours === 0) {
      this.level = observed;
      this.hours = 1;
      return;
    }
    const expected = Math.max(this.rate(this.slot), 0.005);
    const minutes = this.gatheredMinutes;
    const most = Math.max(
      MOST_TIMES * expected,
      expected + (4 * Math.sqrt(expected * minutes) + 2) / minutes,
    );
    const kept = Math.min(observed, most);
    const weight = minutes / 60;
    this.learnSpread(kept, expected, minutes);
    const hour = this.slot % HOURS_OF_DAY;
    const shape = Math.max(this.shape(this.slot), 0.05);
    const levelStep = weight * Math.max(LEVEL_STEP, 1 / (this.hours + 1));
    this.level += (kept / shape - this.level) * levelStep;
    this.learnShape(hour, kept, weight);
    this.hours += weight;
  }

  private learnShape(hour: number, kept: number, weight: number): void {
    if (this.level <= 0) return;
    const seen = this.daySeen[hour] ?? 0;
    const relative = kept / this.level;
    const before = this.dayShape[hour] ?? 1;
    this.dayShape[hour] =
      before + (relative - before) * weight * Math.max(DAY_STEP, 1 / (seen + 1));
    this.daySeen[hour] = seen + weight;
    const weeks = this.weekSeen[this.slot] ?? 0;
    const beside = kept / (this.level * Math.max(this.dayShape[hour] ?? 1, 0.05));
    const weekly = this.weekShape[this.slot] ?? 1000;
    const step = weight * Math.max(WEEK_STEP, 1 / (weeks + 1));
    this.weekShape[this.slot] = Math.round(weekly + (beside * 1000 - weekly) * step);
    if (weeks < 255) this.weekSeen[this.slot] = weeks + 1;
  }

  private learnSpread(kept: number, expected: number, minutes: number): void {
    const chance = expected / minutes;
    const seen = ((kept - expected) ** 2 - chance) / expected ** 2;
    this.spread +=
      (Math.min(Math.max(seen, 0), 4) - this.spread) * Math.max(SPREAD_STEP, 1 / (this.hours + 6));
  }
}

import { Cells } from './cells.js';

/** Hours that carry mentions are forgotten with a half-life of about nine days. */
const STEP = 1 / 300;
/** Before anything is known: a quarter negative, give or take a tenth; worth this many hours. */
const FIRST_SHARE = 0.25;
const FIRST_WANDER = 0.1 ** 2;
const DOUBT_HOURS = 12;
const LEAST_WANDER = 0.02 ** 2;
/** An hour counts at most this many deviations; what is cut off is made good on average. */
const MOST_DEVIATIONS = 1.5;
const CUT_CORRECTION = 0.78;

/** The usual negative share of a topic and how far it wanders from hour to hour beyond chance. */
export class ShareBaseline extends Cells {
  static readonly CELLS = 5;

  constructor(cells: Float64Array = new Float64Array(ShareBaseline.CELLS), from = 0) {
    super(cells, from);
    this.share = FIRST_SHARE;
    this.wander = FIRST_WANDER;
  }

  get hours(): number {
    return this.cells[this.from] ?? 0;
  }
  set hours(value: number) {
    this.cells[this.from] = value;
  }
  get share(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set share(value: number) {
    this.cells[this.from + 1] = value;
  }
  /** Variance of the true share. */
  get wander(): number {
    return this.cells[this.from + 2] ?? 0;
  }
  set wander(value: number) {
    this.cells[this.from + 2] = value;
  }
  /** The hour being gathered. */
  get negative(): number {
    return this.cells[this.from + 3] ?? 0;
  }
  set negative(value: number) {
    this.cells[this.from + 3] = value;
  }
  get total(): number {
    return this.cells[this.from + 4] ?? 0;
  }
  set total(value: number) {
    this.cells[this.from + 4] = value;
  }

  gather(negatives: number, total: number): void {
    this.negative += negatives;
    this.total += total;
  }

  /** Ends an hour. Hours with few mentions say little and weigh little; a storm can move it only so far. */
  learn(): void {
    const { total } = this;
    const negative = Math.max(0, Math.min(this.negative, total));
    this.negative = 0;
    this.total = 0;
    if (total < 1) return;
    const weight = total / (total + 10);
    const chance = (this.share * (1 - this.share)) / total;
    const limit = MOST_DEVIATIONS * Math.sqrt(this.wander + chance);
    const off = Math.max(-limit, Math.min(limit, negative / total - this.share));
    const step = weight * Math.max(STEP, 1 / (this.hours + DOUBT_HOURS));
    const wander = this.wander + ((off * off) / CUT_CORRECTION - chance - this.wander) * step;
    this.wander = Math.max(LEAST_WANDER, wander);
    this.share += off * step;
    this.hours += weight;
  }
}

import { Cells } from './cells.js';

/** Half a day: long enough not to follow a storm, short enough to know a busy or a bad-tempered day. */
const KEEP_MINUTES = 720;
const LOSS = 1 - Math.exp(-1 / KEEP_MINUTES);

/** The last half day, fading: how this day compares with what its hours usually bring. */
export class RecentPast extends Cells {
  static readonly CELLS = 3;

  constructor(cells: Float64Array = new Float64Array(RecentPast.CELLS), from = 0) {
    super(cells, from);
  }

  get negative(): number {
    return this.cells[this.from] ?? 0;
  }
  set negative(value: number) {
    this.cells[this.from] = value;
  }
  get total(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set total(value: number) {
    this.cells[this.from + 1] = value;
  }
  get expected(): number {
    return this.cells[this.from + 2] ?? 0;
  }
  set expected(value: number) {
    this.cells[this.from + 2] = value;
  }

  /** Takes in one minute with a weight from 0 to 1; what is not taken in does not push out what is known. */
  absorb(negatives: number, total: number, expected: number, weight: number): void {
    const keep = 1 - LOSS * weight;
    this.negative = this.negative * keep + negatives * weight;
    this.total = this.total * keep + total * weight;
    this.expected = this.expected * keep + expected * weight;
  }
}

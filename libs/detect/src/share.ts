/** Half-life about ten days of hours that carry mentions. */
const STEP = 1 / 300;
/** Before anything is known: a fifth negative, give or take a tenth, worth this many hours. */
const FIRST_SHARE = 0.25;
const FIRST_WANDER = 0.1 ** 2;
const DOUBT_HOURS = 12;

/** The usual negative share of a topic and how far it wanders from hour to hour beyond chance. */
export class ShareBaseline {
  hours = 0;
  share = FIRST_SHARE;
  wander = FIRST_WANDER;
  negative = 0;
  total = 0;

  gather(negatives: number, total: number): void {
    this.negative += negatives;
    this.total += total;
  }

  /** Ends an hour. Hours with few mentions say little and weigh little. */
  learn(): void {
    const { total } = this;
    const negative = Math.max(0, Math.min(this.negative, total));
    this.negative = 0;
    this.total = 0;
    if (total < 1) return;
    const weight = total / (total + 10);
    const found = negative / total;
    const limit = 3 * Math.sqrt(this.wander + (this.share * (1 - this.share)) / total);
    const kept = Math.max(this.share - limit, Math.min(this.share + limit, found));
    const step = weight * Math.max(STEP, 1 / (this.hours + DOUBT_HOURS));
    const off = (kept - this.share) ** 2 - (this.share * (1 - this.share)) / total;
    this.wander += (Math.max(off, 0) - this.wander) * step;
    this.share += (kept - this.share) * step;
    this.hours += weight;
  }

  /** Standard deviations of `negatives` among `total` above the usual share. */
  z(negatives: number, total: number): number {
    if (total <= 0) return 0;
    const share = Math.min(Math.max(this.share, 0.02), 0.98);
    const chance = total * share * (1 - share);
    const wander = total * total * Math.max(this.wander, 0.0004);
    return (negatives - total * share) / Math.sqrt(chance + wander + 1);
  }
}

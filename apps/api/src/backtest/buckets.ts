import type { BacktestPoint } from '@sturmwarte/contracts';
import type { StoredMinute } from '@sturmwarte/detect';

const HOUR_MINUTES = 60;
/** More points than this nobody can tell apart. */
const MOST_POINTS = 1_400;
const SIZES = [15, 30, HOUR_MINUTES] as const;

/** What was counted, in buckets wide enough to be drawn. */
export class Buckets {
  readonly bucket: number;
  private readonly points: { minute: number; negative: number; total: number }[] = [];

  constructor(
    private readonly from: number,
    to: number,
  ) {
    this.bucket = SIZES.find((size) => (to - from) / size <= MOST_POINTS) ?? HOUR_MINUTES;
    for (let minute = from; minute < to; minute += this.bucket)
      this.points.push({ minute, negative: 0, total: 0 });
  }

  add({ minute, negPermille, total }: StoredMinute): void {
    const point = this.points[Math.floor((minute - this.from) / this.bucket)];
    if (point === undefined || minute < this.from) return;
    point.negative += negPermille / 1_000;
    point.total += total;
  }

  result(): BacktestPoint[] {
    return this.points.map((point) => ({
      ...point,
      negative: Math.max(0, Math.round(point.negative * 10) / 10),
    }));
  }
}

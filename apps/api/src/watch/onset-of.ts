import type { CurvePoint } from '@sturmwarte/domain';

/** A calm bucket in between does not end a storm, two do. */
const CALM_BUCKETS = 2;
const FEWEST = 1;

/** Where the present unrest began: the first minute of the buckets above the usual that lead up to now; null: now. */
export function onsetOf(points: readonly CurvePoint[]): number | null {
  let onset: number | null = null;
  let calm = 0;
  for (const point of points.toReversed()) {
    if (point.negative >= FEWEST && point.negative > (point.upper ?? 0)) {
      onset = point.minute;
      calm = 0;
    } else if (++calm >= CALM_BUCKETS) break;
  }
  return onset;
}

import type { AheadPoint, Course } from './course.js';

/** One moment of a course: what was, or what is to be expected, or both. Null where nothing is known. */
export interface CourseRow {
  /** Epoch seconds. */
  readonly at: number;
  readonly negative: number | null;
  readonly total: number | null;
  readonly expected: number | null;
  readonly upper: number | null;
  readonly threshold: number | null;
  readonly ahead: AheadPoint | null;
}

/** The course and the outlook on one line of time, oldest first. */
export function rowsOf(course: Course): CourseRow[] {
  const { minutes, ahead } = course;
  const coming = new Map(ahead.map((point) => [point.at, point]));
  const rows = new Map<number, CourseRow>();
  minutes.forEach((at, index) =>
    rows.set(at, {
      at,
      negative: course.negative[index] ?? null,
      total: course.total[index] ?? null,
      expected: course.expected[index] ?? null,
      upper: course.upper[index] ?? null,
      threshold: course.threshold[index] ?? null,
      ahead: coming.get(at) ?? null,
    }),
  );
  const nothing = { negative: null, total: null, expected: null, upper: null, threshold: null };
  for (const point of ahead)
    if (!rows.has(point.at)) rows.set(point.at, { at: point.at, ...nothing, ahead: point });
  return [...rows.values()].sort((a, b) => a.at - b.at);
}

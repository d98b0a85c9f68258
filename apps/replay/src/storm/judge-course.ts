import { ALARM_LEVEL } from '@sturmwarte/domain';
import type { ExpectedCourse, Plan } from './plan.js';

/** A topic changed its level; minutes of the story, history below 0. */
export interface CoursePoint {
  readonly minute: number;
  readonly topic: string;
  readonly level: number;
}

/** What went otherwise than expected, each as a sentence; empty where all went as it must. Points in time order. */
export function judgeCourse(
  points: readonly CoursePoint[],
  plan: Pick<Plan, 'brand' | 'rival' | 'minutes'>,
  expected: ExpectedCourse,
): string[] {
  const faults: string[] = [];
  const mine = points.filter(({ topic }) => topic === plan.brand);
  const alarm = mine.find(({ level }) => level >= ALARM_LEVEL);
  if (expected.alarm === null) {
    if (alarm) faults.push(`alarmed in minute ${alarm.minute} and should not`);
  } else if (alarm === undefined) {
    faults.push('never alarmed');
  } else if (alarm.minute < expected.alarm.fromMinute || alarm.minute > expected.alarm.byMinute) {
    const { fromMinute, byMinute } = expected.alarm;
    faults.push(`alarmed in minute ${alarm.minute}, not between ${fromMinute} and ${byMinute}`);
  }
  const peak = highest(mine.filter(({ minute }) => minute >= 0));
  const { least, most } = expected.peak;
  if (peak < least || peak > most) faults.push(`peaked at ${peak}, not from ${least} to ${most}`);
  const { level, byMinute } = expected.backDown;
  const after = highest(from(mine, byMinute));
  if (after > level) faults.push(`stood at ${after} after minute ${byMinute}, above ${level}`);
  const rival = highest(points.filter(({ topic }) => topic === plan.rival));
  if (rival > expected.rivalPeakMost) faults.push(`the rival reached ${rival}`);
  return faults;
}

function highest(points: readonly CoursePoint[]): number {
  return Math.max(0, ...points.map(({ level }) => level));
}

/** The points from a minute on, with the level that held when it began. */
function from(points: readonly CoursePoint[], minute: number): CoursePoint[] {
  const before = points.filter((point) => point.minute <= minute).at(-1);
  const later = points.filter((point) => point.minute > minute);
  return before === undefined ? later : [before, ...later];
}

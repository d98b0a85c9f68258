import type { HourOfWeek } from '../hour-of-week.js';
import type { LookBack } from '../look-back.js';
import type { Reading } from '../reading.js';
import type { TopicState } from '../topic-state.js';
import { wayUp, type WayUp } from './way-up.js';

const QUARTER = 15;
const HALF_HOUR = 30;
const PAST_MINUTES = 120;
const PEAK_STEP = 5;
const NEXT_HALF_HOURS = 12;

/** All the outlook is made from: negatives an hour in stretches of the past, what is usual now and later, the level. */
export interface Signs {
  /** Hours this topic has learned from, and negatives of the last two. */
  readonly age: number;
  readonly heard: number;
  readonly last5: number;
  readonly last15: number;
  /** The 45 minutes before, the hour before that. */
  readonly before15: number;
  readonly before60: number;
  readonly sixHours: number;
  readonly usualNow: number;
  readonly usualNextHour: number;
  readonly usualNextSixHours: number;
  /** The busiest quarter of the last two hours: its negatives, and how many minutes ago its middle was. */
  readonly peak: { readonly negatives: number; readonly ago: number };
  readonly doublingMinutes: number | null;
  /** What is missing for the next level; null on the highest. */
  readonly wayUp: WayUp | null;
}

/** `window` must have been read for the minute of the reading. */
export function signsOf(
  topic: TopicState,
  reading: Reading,
  window: LookBack,
  hourOfWeek: HourOfWeek,
): Signs {
  const { minute, doublingMinutes } = reading;
  const usual = (at: number): number => topic.rateAt(at, hourOfWeek) * 60;
  let nextHour = 0;
  let nextSixHours = 0;
  for (let half = 0; half < NEXT_HALF_HOURS; half++) {
    const rate = usual(minute + 1 + HALF_HOUR * half + HALF_HOUR / 2);
    if (half < 2) nextHour += rate / 2;
    nextSixHours += rate / NEXT_HALF_HOURS;
  }
  const open = topic.open.reduce(
    (sum, one) => sum + (one.minute <= minute ? one.negPermille : 0),
    0,
  );
  return {
    age: topic.baseline.hours,
    heard: window.negatives(PAST_MINUTES),
    last5: window.negatives(5) * 12,
    last15: window.negatives(QUARTER) * 4,
    before15: (window.negatives(45, QUARTER) * 4) / 3,
    before60: window.negatives(60, 60),
    sixHours: Math.max(0, topic.records.sixHourSum + open) / 6_000,
    usualNow: usual(minute),
    usualNextHour: nextHour,
    usualNextSixHours: nextSixHours,
    peak: peakOf(window),
    doublingMinutes,
    wayUp: wayUp(reading, topic.level),
  };
}

function peakOf(window: LookBack): Signs['peak'] {
  let peak = { negatives: -1, ago: 0 };
  for (let skip = 0; skip <= PAST_MINUTES - QUARTER; skip += PEAK_STEP) {
    const negatives = window.negatives(QUARTER, skip);
    if (negatives > peak.negatives) peak = { negatives, ago: skip + QUARTER / 2 };
  }
  return peak;
}

import type { Baseline } from './baseline.js';
import type { HourOfWeek } from './hour-of-week.js';

/** What is usual in a stretch of time: negatives expected and their usual upper bound. */
export interface Expectation {
  readonly expected: number;
  readonly upper: number;
}

/** What is expected of a topic: the usual, and what people planned. */
export interface ExpectedTopic {
  readonly baseline: Baseline;
  rateAt(minute: number, hourOfWeek: HourOfWeek): number;
}

const SIGMAS = 2.5;

export function upperBound(expected: number, spread: number): number {
  return expected + SIGMAS * Math.sqrt(expected + spread * expected * expected);
}

/** Expectation for the `minutes` from `minute` on; null before the topic has a baseline. */
export function expectationOver(
  topic: ExpectedTopic,
  minute: number,
  minutes: number,
  hourOfWeek: HourOfWeek,
): Expectation | null {
  const { baseline } = topic;
  if (baseline.hours === 0) return null;
  let expected = 0;
  for (let at = minute; at < minute + minutes; at++) expected += topic.rateAt(at, hourOfWeek);
  return { expected, upper: upperBound(expected, baseline.spread) };
}

import type { Mute } from './mute.js';

const MINUTE_MS = 60_000;
const LONGEST_WARNING_MS = 60 * MINUTE_MS;
const SHORTEST_WARNING_MS = 2 * MINUTE_MS;

/** When people are told that it will end: a tenth of its length before, between two minutes and an hour. */
export function muteWarnsAt({ from, until }: Pick<Mute, 'from' | 'until'>): number {
  const end = Date.parse(until);
  const tenth = (end - Date.parse(from)) / 10;
  return end - Math.min(LONGEST_WARNING_MS, Math.max(SHORTEST_WARNING_MS, tenth));
}

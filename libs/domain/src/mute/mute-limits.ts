import type { Level } from '../level.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** No mute is forgotten in force: it ends at most this long after somebody last said so. */
export const LONGEST_MUTE_MS = 30 * DAY_MS;
export const SHORTEST_MUTE_MS = 5 * MINUTE_MS;
/** Planned no further ahead than this. */
export const MUTE_AHEAD_MS = 90 * DAY_MS;
/** Texts whose copies may be muted at the same time in one space: each is held against every mention of a topic. */
export const MOST_MUTED_TEXTS = 20;
/** The level at which a muted topic calls all the same, unless its author said no. */
export const BREAK_LEVEL: Level = 5;

import { MINUTE_MS } from '../clock.js';
import type { Level } from '../level.js';

/** Minutes between two status updates, for the executives and the public alike; below level 3 none are owed. */
const EVERY: Readonly<Partial<Record<Level, number>>> = { 3: 120, 4: 60, 5: 30, 6: 30 };

export function statusEveryMinutes(level: Level): number | null {
  return EVERY[level] ?? null;
}

/** When the next update is due, from the last one (or from T0). A rise of the level brings it forward at once. */
export function nextStatusMs(lastMs: number, level: Level): number | null {
  const minutes = statusEveryMinutes(level);
  return minutes === null ? null : lastMs + minutes * MINUTE_MS;
}

import type { CrisisRole } from '../crisis-role.js';
import type { Level } from '../level.js';
import { statusEveryMinutes } from './status-cadence.js';

export interface BriefingRule {
  readonly everyMinutes: number;
  /** Five minutes are the aim, ten the end. */
  readonly aimMinutes: number;
  readonly endMinutes: number;
  /** Leader, situation, operations and press speak; everybody else listens. */
  readonly speakers: readonly CrisisRole[];
}

const SPEAKERS: readonly CrisisRole[] = ['lead', 'community', 'unit', 'pr'];

/** Lagebesprechung: in step with the status updates, so that what was said can be told; null: none is held. */
export function briefingRule(level: Level): BriefingRule | null {
  const everyMinutes = statusEveryMinutes(level);
  if (everyMinutes === null) return null;
  return { everyMinutes, aimMinutes: 5, endMinutes: 10, speakers: SPEAKERS };
}

import { ALARM_LEVEL, NOTICE_LEVEL, type Level } from '../level.js';

/** A level a back-test went to, in epoch milliseconds. */
export interface LevelChange {
  readonly at: number;
  readonly level: Level;
}

/** One alarm of a back-test. Times in epoch milliseconds. */
export interface PastAlarm {
  readonly at: number;
  /** When the level fell below the alarm for good; null: it still stands. */
  readonly until: number | null;
  readonly peak: Level;
}

/** One alarm lasts until its alert would be over: a second rise before that is no second alarm. */
export function alarmsOf(changes: readonly LevelChange[]): PastAlarm[] {
  const alarms: PastAlarm[] = [];
  let running: { at: number; until: number | null; peak: Level } | null = null;
  for (const { at, level } of changes) {
    if (level >= ALARM_LEVEL) {
      running ??= { at, until: null, peak: level };
      running.until = null;
      if (level > running.peak) running.peak = level;
    } else if (running !== null) {
      running.until ??= at;
      if (level >= NOTICE_LEVEL) continue;
      alarms.push(running);
      running = null;
    }
  }
  return running === null ? alarms : [...alarms, running];
}

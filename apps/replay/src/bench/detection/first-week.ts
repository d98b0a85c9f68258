import { readFile } from 'node:fs/promises';
import { ALARM_LEVEL } from '@sturmwarte/domain';

interface Change {
  readonly topic: string;
  readonly at: string;
  readonly level: number;
}

/** Alarms per topic before its warm-up ends: what somebody hears who has just begun to watch. */
export async function firstWeekAlarms(truthFile: string, alertsFile: string): Promise<number> {
  const truth = JSON.parse(await readFile(truthFile, 'utf8')) as {
    readonly topics: readonly { readonly topic: string; readonly warmUpEnd: string }[];
  };
  const ends = new Map(truth.topics.map(({ topic, warmUpEnd }) => [topic, Date.parse(warmUpEnd)]));
  const lines = (await readFile(alertsFile, 'utf8')).split('\n').filter((line) => line !== '');
  const changes = lines.map((line) => JSON.parse(line) as Change);
  return alarmsBefore(ends, changes) / Math.max(1, ends.size);
}

/** Rises to an alarm before each topic's end (ms). */
export function alarmsBefore(
  ends: ReadonlyMap<string, number>,
  changes: readonly Change[],
): number {
  const levels = new Map<string, number>();
  let alarms = 0;
  for (const { topic, at, level } of changes) {
    const before = levels.get(topic) ?? 0;
    levels.set(topic, level);
    const rises = level >= ALARM_LEVEL && before < ALARM_LEVEL;
    if (rises && Date.parse(at) < (ends.get(topic) ?? 0)) alarms++;
  }
  return alarms;
}

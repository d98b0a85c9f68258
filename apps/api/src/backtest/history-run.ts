import {
  CountPlayer,
  createDetector,
  type DetectorOptions,
  type PastMinute,
  type TopicConfig,
} from '@sturmwarte/detect';
import { MINUTE_MS, type LevelChange } from '@sturmwarte/domain';
import { setImmediate as yieldToOthers } from 'node:timers/promises';

/** Others wait no longer for their turn. */
const TURN_MS = 8;
/** Between two looks at the time. */
const STEP_MINUTES = 20;

export type Setting = Omit<TopicConfig, 'id' | 'since'>;

export interface HistoryRun {
  /** The minute from which on the detector learned; null: nothing was counted. */
  readonly since: number | null;
  /** The first minute of which is known who was heard; null: of none. */
  readonly heardSince: number | null;
  /** By setting, each at the minute it was raised in. */
  readonly changes: readonly (readonly LevelChange[])[];
}

/** What is played. */
export interface History {
  readonly pages: AsyncIterable<readonly PastMinute[]>;
  /** The minute from which on silence is known silence, where it is not the first count that says so. */
  readonly since?: number;
  /** The first minute not played. */
  readonly to: number;
}

/**
 * Plays counted minutes through one detector for each setting, the same the live watch runs, as if they came now.
 * Works in short turns, so that the server goes on meanwhile.
 */
export async function runHistory(
  { pages, since: begun, to }: History,
  settings: readonly Setting[],
  options: DetectorOptions,
): Promise<HistoryRun> {
  let since = null as number | null;
  let heardSince = null as number | null;
  let at = -1;
  const changes = settings.map((): LevelChange[] => []);
  const detectors = settings.map(() => createDetector(options));
  const players = detectors.map(
    (detector, index) =>
      new CountPlayer(detector, (seen) =>
        changes[index]?.push({ at: seen.at - MINUTE_MS, level: seen.level }),
      ),
  );
  let turnEnds = performance.now() + TURN_MS;
  const goTo = async (minute: number): Promise<void> => {
    while (at < minute) {
      at = Math.min(at + STEP_MINUTES, minute);
      for (const player of players) player.goTo(at);
      if (performance.now() < turnEnds) continue;
      await yieldToOthers();
      turnEnds = performance.now() + TURN_MS;
    }
  };
  const begin = (minute: number): void => {
    since = at = minute;
    detectors.forEach((detector, index) =>
      detector.configure({ id: 0, rules: [], ...settings[index], since: minute }),
    );
    for (const player of players) player.goTo(at);
  };
  if (begun !== undefined) begin(begun);
  for await (const page of pages) {
    for (const one of page) {
      if (since === null) begin(one.minute);
      if (one.channels !== undefined) heardSince ??= one.minute;
      await goTo(one.minute);
      for (const player of players) player.count({ topicId: 0, ...one });
    }
  }
  if (since !== null) await goTo(to);
  return { since, heardSince, changes };
}

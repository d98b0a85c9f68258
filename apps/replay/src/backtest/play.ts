import { CountPlayer, createDetector } from '@sturmwarte/detect';
import type { HourOfWeek, PlannedPeak, TopicConfig } from '@sturmwarte/detect';
import type { Sensitivity } from '@sturmwarte/domain';
import type { BacktestOptions } from './options.js';
import type { CountRow } from './read-rows.js';

/** What a back-test tells: level changes, and the score of every topic at every closed minute. */
export interface Listener {
  change(topic: string, minute: number, level: number): void;
  /** `minute` is the start of the row's time. */
  score?(topic: string, minute: number, score: number): void;
}

export interface PlayOptions extends Pick<BacktestOptions, 'binMinutes'> {
  readonly preset: Sensitivity;
  /** Instead of what the preset gives; null: as it says. */
  readonly headStart?: number | null;
  readonly cooldownMinutes?: number;
  /** Planned for a topic, by its name. */
  readonly peaksOf?: (topic: string) => readonly PlannedPeak[];
  /** The zone of people's days. Default: UTC. */
  readonly hourOfWeek?: HourOfWeek;
  /** Plain rules every topic has. */
  readonly rules?: TopicConfig['rules'];
}

/**
 * Plays counts through the product's own detector with its defaults, minute by minute as the live watch does: all rows
 * of a minute are folded, then the minute is closed. Nothing later is known by then.
 */
export async function play(
  rows: AsyncIterable<CountRow>,
  { binMinutes, preset, hourOfWeek, rules = [], ...rest }: PlayOptions,
  listener: Listener,
): Promise<void> {
  const detector = createDetector(hourOfWeek === undefined ? {} : { hourOfWeek });
  const names: string[] = [];
  const ids = new Map<string, number>();
  const begun: number[] = [];
  let last = -1;

  const player = new CountPlayer(
    detector,
    ({ topicId, at, level }) => listener.change(names[topicId] ?? '', at / 60_000 - 1, level),
    (minute) => {
      if (listener.score === undefined) return;
      names.forEach((name, id) => {
        const score = detector.score(id);
        const offset = (minute - (begun[id] ?? 0)) % binMinutes;
        if (score !== null && offset === binMinutes - 1)
          listener.score?.(name, minute - offset, score);
      });
    },
  );
  const watch = (row: CountRow): number => {
    const id = names.push(row.topic) - 1;
    ids.set(row.topic, id);
    begun.push(row.minute);
    const { headStart = null, cooldownMinutes = 0, peaksOf } = rest;
    const peaks = peaksOf?.(row.topic) ?? [];
    const chosen = { sensitivity: preset, headStart, cooldownMinutes };
    detector.configure({ id, rules, ...chosen, peaks, since: row.minute });
    return id;
  };

  for await (const row of rows) {
    player.goTo(row.minute);
    last = row.minute;
    const topicId = ids.get(row.topic) ?? watch(row);
    fold(topicId, row);
  }
  player.end(last + binMinutes);

  /** The mentions of a bin are spread evenly over its minutes. */
  function fold(topicId: number, { minute, total, negative, stored }: CountRow): void {
    if (stored !== undefined) {
      player.count({ topicId, ...stored });
      return;
    }
    for (let k = 0; k < binMinutes; k++) {
      const part = (count: number): number =>
        Math.floor((count * (k + 1)) / binMinutes) - Math.floor((count * k) / binMinutes);
      const negCount = part(negative);
      player.count({
        topicId,
        minute: minute + k,
        total: part(total),
        negPermille: 1000 * negCount,
        negCount,
      });
    }
  }
}

import { createDetector } from '@sturmwarte/detect';
import type { Evaluation } from '@sturmwarte/detect';
import type { BacktestOptions } from './options.js';
import type { CountRow } from './read-rows.js';

/** The clock does not stop with the last row: a rise that waits for its second look gets it, as it would live. */
const AFTER_MINUTES = 5;

/** What a back-test tells: level changes, and the score of every topic at every closed minute. */
export interface Listener {
  change(topic: string, minute: number, level: number): void;
  /** `minute` is the start of the row's time. */
  score?(topic: string, minute: number, score: number): void;
}

/**
 * Plays counts through the product's own detector with its defaults, minute by minute as the live watch does: all rows
 * of a minute are folded, then the minute is closed. Nothing later is known by then.
 */
export async function play(
  rows: AsyncIterable<CountRow>,
  { binMinutes, preset }: Pick<BacktestOptions, 'binMinutes' | 'preset'>,
  listener: Listener,
): Promise<void> {
  const detector = createDetector();
  const names: string[] = [];
  const ids = new Map<string, number>();
  const begun: number[] = [];
  let now = -1;

  const close = (minute: number): void => {
    for (const evaluation of detector.close(minute)) tell(evaluation);
    if (listener.score === undefined) return;
    names.forEach((name, id) => {
      const score = detector.score(id);
      const offset = (minute - (begun[id] ?? 0)) % binMinutes;
      if (score !== null && offset === binMinutes - 1)
        listener.score?.(name, minute - offset, score);
    });
  };
  const tell = ({ topicId, at, level }: Evaluation): void => {
    listener.change(names[topicId] ?? '', at / 60_000 - 1, level);
  };
  const watch = (row: CountRow): number => {
    const id = names.push(row.topic) - 1;
    ids.set(row.topic, id);
    begun.push(row.minute);
    detector.configure({ id, rules: [], sensitivity: preset, since: row.minute });
    return id;
  };

  for await (const row of rows) {
    for (; now >= 0 && now < row.minute; now++) close(now);
    now = row.minute;
    const topicId = ids.get(row.topic) ?? watch(row);
    fold(topicId, row);
  }
  if (now < 0) return;
  for (const last = now + binMinutes; now < last; now++) close(now);
  detector.close(now - 1 + AFTER_MINUTES).forEach(tell);

  /** The mentions of a bin are spread evenly over its minutes. */
  function fold(topicId: number, { minute, total, negative }: CountRow): void {
    for (let k = 0; k < binMinutes; k++) {
      const part = (count: number): number =>
        Math.floor((count * (k + 1)) / binMinutes) - Math.floor((count * k) / binMinutes);
      const negCount = part(negative);
      detector.fold({
        topicId,
        minute: minute + k,
        total: part(total),
        negPermille: 1000 * negCount,
        negCount,
      });
    }
  }
}

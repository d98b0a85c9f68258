import { readRows } from '../../../backtest/read-rows.js';

/** One topic's counts, a number for every minute from `start` on. */
export interface TopicCounts {
  readonly name: string;
  readonly start: number;
  readonly total: Int32Array;
  readonly negative: Int32Array;
  /** Negatives from one minute (counted from `start`) up to, not including, another. */
  readonly between: (from: number, to: number) => number;
}

/** Reads a counts table topic by topic. */
export async function readTopics(file: string): Promise<TopicCounts[]> {
  const rows = new Map<string, { minute: number; total: number; negative: number }[]>();
  for await (const { topic, ...row } of readRows(file)) {
    const known = rows.get(topic);
    if (known) known.push(row);
    else rows.set(topic, [row]);
  }
  return [...rows].map(([name, of]) => countsOf(name, of));
}

function countsOf(
  name: string,
  rows: readonly { minute: number; total: number; negative: number }[],
): TopicCounts {
  const start = rows[0]?.minute ?? 0;
  const length = (rows.at(-1)?.minute ?? start) - start + 1;
  const total = new Int32Array(length);
  const negative = new Int32Array(length);
  for (const row of rows) {
    total[row.minute - start] = row.total;
    negative[row.minute - start] = row.negative;
  }
  const sums = new Float64Array(length + 1);
  for (let at = 0; at < length; at++) sums[at + 1] = (sums[at] ?? 0) + (negative[at] ?? 0);
  const upTo = (at: number): number => sums[Math.max(0, Math.min(length, at))] ?? 0;
  return { name, start, total, negative, between: (from, to) => upTo(to) - upTo(from) };
}

import type { Read } from './entry.js';

/** First and last moment of a recording, milliseconds since the epoch. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Reads a recording once to know how long it is; null where it has no line with a time. */
export async function spanOf(lines: AsyncIterable<Read>): Promise<Span | null> {
  let fromMs = Infinity;
  let toMs = -Infinity;
  for await (const read of lines) {
    if (!('entry' in read)) continue;
    fromMs = Math.min(fromMs, read.entry.atMs);
    toMs = Math.max(toMs, read.entry.atMs);
  }
  return fromMs === Infinity ? null : { fromMs, toMs };
}

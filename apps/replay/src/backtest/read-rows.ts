import type { PastMinute } from '@sturmwarte/detect';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface CountRow {
  readonly topic: string;
  /** Minutes since the epoch: the start of the row's time. */
  readonly minute: number;
  readonly total: number;
  readonly negative: number;
  /** All that a server has stored of this minute; without it each negative counts whole, and nothing more is known. */
  readonly stored?: PastMinute;
}

const HEADER = 'topic,minute,total,negative';
const MINUTE_MS = 60_000;

/** Streams a counts table in its own order. Throws an Error that names the line which cannot be read. */
export async function* readRows(file: string): AsyncGenerator<CountRow> {
  let number = 0;
  let before = -Infinity;
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    number++;
    if (number === 1) {
      if (line.trim() !== HEADER) throw new Error(`${file}: the first line must be ${HEADER}`);
      continue;
    }
    if (line === '') continue;
    const row = parseRow(line);
    if (row === null) throw new Error(`${file}:${number}: cannot read "${line}"`);
    if (row.minute < before) throw new Error(`${file}:${number}: rows must be ordered by minute`);
    before = row.minute;
    yield row;
  }
}

function parseRow(line: string): CountRow | null {
  const [topic, iso, totalText, negativeText, ...more] = line.split(',');
  if (topic === undefined || topic === '' || iso === undefined || more.length > 0) return null;
  const minute = Math.floor(Date.parse(iso) / MINUTE_MS);
  const total = Number(totalText);
  const negative = Number(negativeText);
  const readable = Number.isFinite(minute) && total >= 0 && negative >= 0;
  return readable ? { topic, minute, total, negative } : null;
}

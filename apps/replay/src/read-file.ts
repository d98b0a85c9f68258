import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { toEntry, type Read } from './entry.js';
import { csvObjects } from './read-csv.js';
import { UsageError } from './usage-error.js';

export type Format = 'ndjson' | 'csv';

export function formatOf(file: string): Format {
  return file.toLowerCase().endsWith('.csv') ? 'csv' : 'ndjson';
}

/** Opens a recording; `-` is standard input. Throws UsageError where there is no such file. */
export async function openFile(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  const found = await stat(file).catch(() => null);
  if (found === null) throw new UsageError(`There is no file ${file}.`);
  if (!found.isFile()) throw new UsageError(`${file} is not a file.`);
  return createReadStream(file);
}

/** The lines of a recording one after another, never the whole file in memory. */
export async function* readLines(stream: Readable, format: Format): AsyncGenerator<Read> {
  stream.setEncoding('utf8');
  if (format === 'csv') {
    for await (const { line, value } of csvObjects(stream as AsyncIterable<string>)) {
      yield value === null ? { unplayable: { line, reason: 'bad-csv' } } : toEntry(value, line);
    }
    return;
  }
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
    line++;
    if (text.trim() === '') continue;
    yield toEntry(parsed(text), line);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // told to the person as `bad-json`
  }
}

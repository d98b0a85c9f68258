import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { INTAKE_LIMITS } from '@sturmwarte/contracts';
import { CsvError, parse } from 'csv-parse';
import { mapColumns, type CsvField } from './csv-columns.js';
import { rowToInput } from './csv-row.js';
import { refuse } from './refusal.js';

export interface CsvRow {
  /** Of the row's last line in the file; counts from 1, the heading included. */
  readonly line: number;
  readonly raw: Record<string, unknown>;
}

const SNIFF_BYTES = 64 * 1024;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The rows of a table, one after the other in bounded memory. Comma, semicolon or tab, whichever its heading uses.
 * Throws `Refused` with `bad-csv` (no usable heading, broken quotes) or `bad-utf8`; rows before the fault were given.
 */
export async function* readCsv(body: AsyncIterable<Buffer>): AsyncGenerator<CsvRow> {
  const bytes = body[Symbol.asyncIterator]();
  const start = await firstBytes(bytes);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(start),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: INTAKE_LIMITS.lineBytes,
  });
  const source = Readable.from(withStart(start, bytes));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let fields: (CsvField | null)[] | null = null;
  try {
    for await (const row of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (fields === null) fields = fieldsOf(row.record);
      else yield { line: row.info.lines, raw: rowToInput(fields, row.record) };
    }
  } catch (error) {
    if (error instanceof CsvError) refuse('bad-csv', { detail: error.code, line: lineOf(error) });
    throw error;
  } finally {
    source.destroy();
  }
  if (fields === null) refuse('bad-csv', { detail: 'no heading' });
}

async function firstBytes(bytes: AsyncIterator<Buffer>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < SNIFF_BYTES && !start.includes(0x0a)) {
    const next: IteratorResult<Buffer, unknown> = await bytes.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* withStart(
  start: Buffer,
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer, void> {
  let tail: Buffer = Buffer.alloc(0);
  for (let chunk: Buffer | null = start; chunk !== null;) {
    const joined: Buffer = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    const cut = wholeCharacters(joined);
    if (!isUtf8(joined.subarray(0, cut))) refuse('bad-utf8');
    tail = Buffer.from(joined.subarray(cut));
    yield joined.subarray(0, cut);
    const next: IteratorResult<Buffer> = await rest.next();
    chunk = next.done === true ? null : next.value;
  }
  if (tail.length > 0) refuse('bad-utf8');
}

/** How many bytes lie before a character that the next chunk may complete. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function delimiterOf(start: Buffer): string {
  const heading = start.toString('utf8').split('\n', 1)[0] ?? '';
  const counts = DELIMITERS.map((sign) => heading.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function fieldsOf(headings: readonly string[]): (CsvField | null)[] {
  const fields = mapColumns(headings);
  const missing = !fields.includes('text')
    ? 'text'
    : fields.includes('externalId') || fields.includes('url')
      ? null
      : 'externalId';
  if (missing !== null) refuse('bad-csv', { detail: 'column missing', column: missing });
  return fields;
}

function lineOf(error: CsvError): number {
  const { lines } = error as CsvError & { lines?: number };
  return lines ?? 0;
}

import { describe, expect, it } from '@jest/globals';
import { ERROR_STATUS, type ErrorParams } from '@sturmwarte/domain';
import fc from 'fast-check';
import { LineSplitter, type SplitLine } from './line-splitter.js';
import { readCsv } from './read-csv.js';
import { readJsonBody, readJsonLine } from './read-json.js';
import { readMention, type ReadResult } from './read-mention.js';
import { Refused, type Refusal } from './refusal.js';

/** More of them on demand: FUZZ_RUNS=20000. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 300);
const NOW_MS = Date.parse('2026-11-22T08:00:00Z');

/** Strings with everything in them that has ever broken a reader. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udc00x',
    '\ufeff',
    '__proto__',
    '\u202e',
    'a\u0301',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '2026-11-22T08:00:00Z',
    '99999-01-01T00:00:00Z',
    '2026-02-31T00:00:00Z',
    '-0',
    '1e999',
  ),
);
const anything = fc.anything({
  key: fc.oneof(nasty, fc.constantFrom('id', 'handle', 'likes', 'constructor')),
  values: [nasty, fc.double(), fc.integer(), fc.constantFrom(null, true, -0, 2 ** 60)],
  maxDepth: 3,
});
const FIELDS = [
  ...['op', 'externalId', 'version', 'kind', 'channel', 'outlet', 'outletTier', 'url', 'author'],
  ...[
    'title',
    'text',
    'lang',
    'publishedAt',
    'observedAt',
    'parent',
    'root',
    'repostOf',
    'metrics',
  ],
  'rating',
];
const valid = {
  ...{ externalId: 'm1', text: 'Der Akku wird heiß!', channel: 'x', kind: 'post', version: 3 },
  ...{ author: { id: 'a', handle: 'h', name: 'N', followers: 10 }, metrics: { likes: 3 } },
  ...{ publishedAt: '2026-11-22T07:59:00Z', url: 'https://example.org/1', rating: 4, lang: 'de' },
};
/** A good mention with some of its fields replaced by anything. */
const almostMention = fc
  .dictionary(fc.constantFrom(...FIELDS), fc.oneof(anything, nasty), { maxKeys: 4 })
  .map((changes): unknown => ({ ...valid, ...changes }));
const json = almostMention.map((value) => {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '{}'; // a bigint
  }
});

/** Good bytes with some cut out, doubled or changed. */
function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.constantFrom('set', 'cut', 'double'));
  return fc.tuple(text, fc.array(change, { maxLength: 4 })).map(([good, changes]) =>
    changes.reduce((bytes: Buffer, [place, value, how]) => {
      if (bytes.length === 0) return bytes;
      const at = place % bytes.length;
      const rest = bytes.subarray(how === 'double' ? at : at + 1);
      const middle = how === 'set' ? Buffer.from([value]) : Buffer.alloc(0);
      const before = bytes.subarray(0, how === 'double' ? at + 1 : at);
      return Buffer.concat([before, middle, rest]);
    }, Buffer.from(good)),
  );
}
const garbage = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

function chunksOf(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let n = 0; at < bytes.length; n++) {
    const size = 1 + ((sizes[n % Math.max(1, sizes.length)] ?? 6) % 50);
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

function isRefusal({ ok, code, params }: Refusal): void {
  expect(ok).toBe(false);
  expect(Object.keys(ERROR_STATUS)).toContain(code);
  expect(code).not.toBe('internal');
  storable(params);
}
/** PostgreSQL takes neither a zero character nor half of a pair. */
function storable(value: ErrorParams | object): void {
  const text = JSON.stringify(value, (key, one: unknown) => {
    for (const part of [key, one]) {
      if (typeof part === 'string') expect(/\0|\p{Surrogate}/u.test(part)).toBe(false);
    }
    return one;
  });
  expect(text.length).toBeLessThan(100_000);
}
function isAnswer(result: ReadResult): void {
  if (!result.ok) return isRefusal(result);
  if ('delete' in result) return storable([result.delete]);
  storable(result.mention);
  expect(result.mention.text).not.toBe('');
  expect(result.mention.externalId).not.toBe('');
  expect(Number.isFinite(result.observedMs)).toBe(true);
  expect(Number.isSafeInteger(result.mention.version)).toBe(true);
}

describe('whatever a source sends', () => {
  it('is a mention that can be stored, an erasure, or refused by a known code', () => {
    fc.assert(
      fc.property(fc.oneof(almostMention, anything), (raw) => {
        isAnswer(readMention(raw, { nowMs: NOW_MS }));
      }),
      { numRuns: numRuns * 3 },
    );
  });

  it('as JSON body is read or refused', () => {
    const many = fc.array(json, { maxLength: 3 }).map((items) => `[${items.join(',')}]`);
    fc.assert(
      fc.property(fc.oneof(mutated(json), mutated(many), garbage), (body) => {
        const read = readJsonBody(body);
        if (!read.ok) return isRefusal(read);
        read.items.forEach((raw) => isAnswer(readMention(raw, { nowMs: NOW_MS })));
      }),
      { numRuns },
    );
  });

  it('as a JSON body of brackets only costs no more than its size', () => {
    const started = performance.now();
    const read = readJsonBody(Buffer.from('['.repeat(2_000_000)));
    expect(read.ok).toBe(false);
    expect(readJsonBody(Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)))).toBeDefined();
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('as a stream is the same lines wherever its chunks end', () => {
    const lines = fc.array(json, { maxLength: 5 }).map((items) => items.join('\n'));
    const body = fc.oneof(mutated(lines), garbage);
    fc.assert(
      fc.property(body, fc.array(fc.nat(), { maxLength: 5 }), (bytes, sizes) => {
        const read = (chunks: readonly Buffer[]): SplitLine[] => {
          const splitter = new LineSplitter(150);
          return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
        };
        const found = read(chunksOf(bytes, sizes));
        expect(found).toEqual(read([bytes]));
        for (const line of found) {
          if ('refusal' in line) isRefusal(line.refusal);
          else {
            const item = readJsonLine(line);
            if (!item.ok) isRefusal(item);
            else isAnswer(readMention(item.raw, { nowMs: NOW_MS }));
          }
        }
      }),
      { numRuns },
    );
  });

  it('as a table is the same rows wherever its chunks end, or refused', async () => {
    const cell = fc.oneof(
      nasty,
      fc.constantFrom('"', '""', '"a;b"', '"a\nb"', "'", '1.234', '4,5'),
    );
    const table = fc
      .tuple(
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 }),
      )
      .map(([sign, end, rows]) =>
        [['id', 'text', 'Autor', 'Datum', 'Likes', 'Kanal'], ...rows]
          .map((cells) => cells.join(sign))
          .join(end),
      );
    const body = fc.oneof(mutated(table), garbage);
    await fc.assert(
      fc.asyncProperty(body, fc.array(fc.nat(), { maxLength: 5 }), async (bytes, sizes) => {
        const [whole, parts] = [await rowsOf([bytes]), await rowsOf(chunksOf(bytes, sizes))];
        // Of two faults either may be met first.
        for (const { end } of [whole, parts]) if (end !== null) isRefusal(end);
        expect(parts.end === null).toBe(whole.end === null);
        if (whole.end === null) expect(parts.rows).toEqual(whole.rows);
        for (const { raw } of whole.rows) isAnswer(readMention(raw, { nowMs: NOW_MS }));
      }),
      { numRuns },
    );
  });
});

async function rowsOf(chunks: readonly Buffer[]) {
  const rows: { line: number; raw: unknown }[] = [];
  try {
    for await (const row of readCsv(each(chunks))) rows.push(row);
    return { rows, end: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { rows, end: error.refusal };
  }
}

async function* each(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Promise.resolve(chunk);
}

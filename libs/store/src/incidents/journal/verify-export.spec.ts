import { describe, expect, it } from '@jest/globals';
import {
  CHAIN_START,
  evolveIncident,
  textToHash,
  type Incident,
  type IncidentEvent,
  type JournalEntry,
} from '@sturmwarte/domain';
import { anOpening, minutesAfter, T0 } from '@sturmwarte/domain/testing';
import fc from 'fast-check';
import { sha256 } from '../sha256.js';
import { faultSentence, notAJournalSentence } from './fault-sentence.js';
import type { JournalFault } from './journal-fault.js';
import { sealOf } from './seal-of.js';
import { NotAJournal, verifyExport } from './verify-export.js';

const MEIER = { id: 1, name: 'Meier "Chef" ü🔥' };

function exported(events: readonly IncidentEvent[]): Buffer[] {
  let previous = CHAIN_START;
  let incident: Incident | null = null;
  const entries: JournalEntry[] = [];
  for (const [index, event] of [anOpening(), ...events].entries()) {
    const by = index % 3 === 0 ? null : MEIER;
    const entry = { seq: index + 1, at: minutesAfter(T0, index), by, event };
    const hash = sha256(textToHash('7', entry, previous));
    entries.push({ ...entry, previous, hash });
    incident = evolveIncident(incident, entry);
    previous = hash;
  }
  const head = { seq: entries.length, hash: previous };
  const { number = '', title = '' } = incident ?? {};
  const header = {
    ...({ format: 'sturmwarte-journal', version: 1, incident: '7', number, title } as const),
    ...{ exportedAt: T0, head },
  };
  const lines = [{ ...header, seal: sealOf(header) }, ...entries];
  return lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`));
}

const note = (text: string): IncidentEvent => ({
  ...{ type: 'entry-written', kind: 'note', text, source: null, contents: [] },
});
const claim = (text: string): IncidentEvent => ({
  ...{ type: 'claim-recorded', text, standing: 'assumption', source: null },
});
const some = [note('Grüße\n"Zoë" \u2028 🔥'), claim('Akku brennt'), note('3'), claim('4')];

async function* chunksOf(file: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function check(file: Buffer, size = 65_536) {
  const found: { fault: JournalFault; line: number | null }[] = [];
  const report = await verifyExport(chunksOf(file, size), (_, fault, line) =>
    found.push({ fault, line }),
  );
  return { report, found, kinds: found.map(({ fault }) => fault.kind) };
}

describe('somebody who checks an exported journal without the server', () => {
  const lines = exported(some);
  const whole = Buffer.concat(lines);

  it('finds it whole, however it arrives', async () => {
    for (const size of [1, 7, 65_536]) {
      const { report, found } = await check(whole, size);
      expect(found).toEqual([]);
      expect(report).toMatchObject({ number: 'L-2026-014', entries: 5, faults: 0 });
    }
  });

  it('hears of any flipped bit, and in which line', async () => {
    const starts = lines.map((_, index) => Buffer.concat(lines.slice(0, index)).length);
    const lineOf = (place: number) => starts.filter((start) => start <= place).length;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.nat({ max: 7 }),
        async (place, bit) => {
          const flipped = Buffer.from(whole);
          flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
          const told = await check(flipped).then(
            ({ found }) => found[0]?.line,
            (error: unknown) => (error instanceof NotAJournal ? 1 : error),
          );
          expect(told).toBe(lineOf(place));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('hears of an entry that was taken out, wherever', async () => {
    for (let gone = 1; gone < lines.length; gone++) {
      const { found, kinds } = await check(Buffer.concat(lines.filter((_, n) => n !== gone)));
      expect(kinds).toEqual([gone === lines.length - 1 ? 'cut' : 'misplaced']);
      if (kinds[0] === 'misplaced') expect(found[0]?.fault).toMatchObject({ expected: gone });
    }
  });

  it('hears of entries that changed places', async () => {
    const [head, one, two, three, ...rest] = lines as [Buffer, Buffer, Buffer, Buffer];
    const { found } = await check(Buffer.concat([head, one, three, two, ...rest]));
    expect(found[0]).toEqual({ line: 3, fault: { kind: 'misplaced', expected: 2, found: 3 } });
  });

  it('is not fooled by an entry whose hash was made anew', async () => {
    const entry = JSON.parse(String(lines[2])) as JournalEntry;
    const event = note('war nie so');
    const hash = sha256(textToHash('7', { ...entry, event }, entry.previous));
    const forged = Buffer.from(`${JSON.stringify({ ...entry, event, hash })}\n`);
    const { found } = await check(Buffer.concat(lines.map((line, n) => (n === 2 ? forged : line))));
    expect(found).toEqual([{ line: 4, fault: { kind: 'broken', seq: 3 } }]);
  });

  it('sees words that were slipped in beside an entry', async () => {
    const more = Buffer.from(String(lines[2]).replace('{"seq"', '{"approvedBy":"Board","seq"'));
    const { found } = await check(Buffer.concat(lines.map((line, n) => (n === 2 ? more : line))));
    expect(found).toEqual([{ line: 3, fault: { kind: 'rewritten', line: 3, seq: 2 } }]);
  });

  it('goes on after a line that cannot be read, and tells of nothing twice', async () => {
    const broken = lines.map((line, n) => (n === 2 ? Buffer.from('%PDF\n') : line));
    const { found } = await check(Buffer.concat(broken));
    expect(found).toEqual([{ line: 3, fault: { kind: 'unreadable', line: 3, why: 'not-json' } }]);
  });

  it('is told when the file is something else', async () => {
    for (const [text, why] of [
      ['', 'empty'],
      ['hello\n', 'first-line'],
      ['{"format":"other"}\n', 'first-line'],
      ['{"format":"sturmwarte-journal","version":2}\n', 'newer-format'],
    ] as const) {
      const error: unknown = await check(Buffer.from(text)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ why });
      expect(notAJournalSentence(error as NotAJournal, 'de')).toMatch(/^D(ie|as) .*\.$/);
    }
  });

  it('reads ten thousand entries in a few seconds', async () => {
    const long = exported(
      Array.from({ length: 9_999 }, (_, n) => note(`Eintrag ${n} `.repeat(20))),
    );
    const began = performance.now();
    const { report } = await check(Buffer.concat(long));
    expect(report).toMatchObject({ entries: 10_000, faults: 0 });
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('gets a sentence in either language for every fault', () => {
    const faults: JournalFault[] = [
      { kind: 'altered', seq: 3 },
      { kind: 'broken', seq: 3 },
      { kind: 'misplaced', expected: 3, found: 4 },
      { kind: 'cut', expected: 9, found: 8 },
      { kind: 'unreadable', line: 3, why: 'not-utf8' },
      { kind: 'rewritten', line: 3, seq: 2 },
      { kind: 'header', line: 1 },
      { kind: 'impossible', seq: 3 },
      { kind: 'state', fields: ['level'] },
      { kind: 'gone' },
    ];
    const said = faults.flatMap((fault) => [
      faultSentence(fault, 'de'),
      faultSentence(fault, 'en'),
    ]);
    expect(new Set(said).size).toBe(faults.length * 2);
    expect(said.every((sentence) => sentence.endsWith('.'))).toBe(true);
  });
});

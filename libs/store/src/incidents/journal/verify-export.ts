import type { JournalExport } from '@sturmwarte/contracts';
import { JournalCheck } from './journal-check.js';
import type { JournalReport, TellFault } from './journal-report.js';
import { jsonOf, readEntry } from './read-entry.js';
import { readLines, type Line } from './read-lines.js';
import { sealOf } from './seal-of.js';

/** The file is no exported journal: its first line says so. */
export class NotAJournal extends Error {
  override readonly name = 'NotAJournal';

  constructor(readonly why: 'empty' | 'first-line' | 'newer-format') {
    super(why);
  }
}

/**
 * Checks an exported journal as it is read, without a database. Every fault is told with its line.
 * @throws NotAJournal
 */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  tell: TellFault,
): Promise<JournalReport> {
  const lines = readLines(chunks);
  const first = await lines.next();
  if (first.done === true) throw new NotAJournal('empty');
  const { header, exact } = headerOf(first.value);
  const check = new JournalCheck(header.incident);
  let faults = 0;
  const told: TellFault = (number, fault, line) => {
    faults += 1;
    tell(number, fault, line);
  };
  const { seal, ...sealed } = header;
  const whole = exact && sealOf(sealed) === seal;
  if (!whole) told(header.number, { kind: 'header', line: 1 }, 1);
  let line = 1;
  let entries = 0;
  for await (const text of lines) {
    line += 1;
    entries += 1;
    const read = readEntry(text);
    if ('why' in read) {
      check.lose();
      told(header.number, { kind: 'unreadable', line, why: read.why }, line);
      continue;
    }
    const found = check.take(read.entry);
    for (const fault of found) told(header.number, fault, line);
    if (!read.exact && found.length === 0) {
      told(header.number, { kind: 'rewritten', line, seq: read.entry.seq }, line);
    }
  }
  // A first line that is not whole is no witness of the journal's end.
  if (whole) for (const fault of check.end(header.head)) told(header.number, fault, line);
  if (whole && faults === 0 && !describes(header, check)) {
    told(header.number, { kind: 'header', line: 1 }, 1);
  }
  return { number: header.number, title: header.title, entries, head: check.head, faults };
}

function headerOf(line: Line): { readonly header: JournalExport; readonly exact: boolean } {
  const found = jsonOf(line);
  if ('why' in found || typeof found.value !== 'object' || found.value === null) {
    throw new NotAJournal('first-line');
  }
  const { format, version, incident, number, title, exportedAt, head, seal } =
    found.value as Partial<JournalExport>;
  if (format !== 'sturmwarte-journal') throw new NotAJournal('first-line');
  if (Number.isInteger(version) && (version as number) > 1) throw new NotAJournal('newer-format');
  const texts = [incident, number, title, exportedAt, seal];
  const named = texts.every((text) => typeof text === 'string');
  if (version !== 1 || !named || !Number.isSafeInteger(head?.seq)) {
    throw new NotAJournal('first-line');
  }
  const header = { format, version, incident, number, title, exportedAt, head, seal };
  return { header: header as JournalExport, exact: JSON.stringify(header) === found.text };
}

/** The first line names the incident that the entries tell of. */
function describes({ number, title }: JournalExport, { incident }: JournalCheck): boolean {
  return incident !== null && incident.number === number && incident.title === title;
}

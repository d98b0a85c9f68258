import type { JournalEntry } from '@sturmwarte/domain';
import type { JournalFault } from './journal-fault.js';
import type { Line } from './read-lines.js';

type Unreadable = Extract<JournalFault, { readonly kind: 'unreadable' }>['why'];

/** The JSON of a line, or why it has none. */
export function jsonOf(
  line: Line,
): { readonly value: unknown; readonly text: string } | { readonly why: Unreadable } {
  if (line === null) return { why: 'too-long' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return { why: 'not-utf8' };
  }
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch {
    return { why: 'not-json' };
  }
}

/** The entry a line holds, and whether the line says it exactly as it was exported; or why there is none. */
export function readEntry(
  line: Line,
): { readonly entry: JournalEntry; readonly exact: boolean } | { readonly why: Unreadable } {
  const found = jsonOf(line);
  if ('why' in found) return found;
  const { value, text } = found;
  if (!isEntry(value)) return { why: 'not-an-entry' };
  const { seq, at, by, event, previous, hash } = value;
  const entry = { seq, at, by, event, previous, hash };
  return { entry, exact: JSON.stringify(entry) === text };
}

/** As much shape as the check stands on; what the entry says is judged by its hash. */
function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, event, previous, hash } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(seq) &&
    typeof event === 'object' &&
    event !== null &&
    typeof previous === 'string' &&
    typeof hash === 'string'
  );
}

import type { PersonRef } from '../alert.js';
import type { IncidentEvent } from './incident-event.js';

/** One line of an incident's journal. */
export interface JournalEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO, by the clock of the incident's space. */
  readonly at: string;
  /** Null: the machine. */
  readonly by: PersonRef | null;
  readonly event: IncidentEvent;
  /** Hash of the entry before; of the first one `CHAIN_START`. */
  readonly previous: string;
  /** SHA-256 of `textToHash`, hex. */
  readonly hash: string;
}

export type UnchainedEntry = Omit<JournalEntry, 'previous' | 'hash'>;

export const CHAIN_START = '0'.repeat(64);

/** What an entry's hash is taken of: everything it says, its place, its incident and its predecessor. */
export function textToHash(incident: string, entry: UnchainedEntry, previous: string): string {
  const { seq, at, by, event } = entry;
  return canonicalJson({ incident, seq, at, by, event, previous });
}

/** JSON with sorted keys and without spaces: the same value always has the same text, whoever wrote it down. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

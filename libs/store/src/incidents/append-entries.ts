import {
  CHAIN_START,
  evolveIncident,
  textToHash,
  type Incident,
  type IncidentEvent,
  type JournalEntry,
  type PersonRef,
} from '@sturmwarte/domain';
import type { Tx } from '../tx.js';
import { sha256 } from './sha256.js';
import { wordsOf } from './words-of.js';

export interface Chain {
  readonly id: number;
  /** Null before the first entry. */
  readonly incident: Incident | null;
  readonly head: string;
}

export interface Appended {
  readonly incident: Incident;
  readonly entries: readonly JournalEntry[];
  readonly head: string;
}

/**
 * Continues a journal: numbers, chains, folds and writes the entries. The primary key is the guard: two writers of the
 * same number, and one of them is refused by the database.
 */
export async function appendEntries(
  tx: Tx,
  chain: Chain,
  events: readonly IncidentEvent[],
  at: string,
  by: PersonRef | null,
): Promise<Appended> {
  let { incident } = chain;
  let previous = incident === null ? CHAIN_START : chain.head;
  const entries: JournalEntry[] = [];
  for (const event of events) {
    const entry = { seq: (incident?.version ?? 0) + 1, at, by, event };
    const hash = sha256(textToHash(String(chain.id), entry, previous));
    entries.push({ ...entry, previous, hash });
    incident = evolveIncident(incident, entry);
    previous = hash;
  }
  if (incident === null) throw new Error('a journal without entries');
  await tx.query(
    `insert into incident_entry (incident_id, seq, at, by_id, by_name, type, event, previous, hash, words)
     select $1, e.seq, $2, $3, $4, e.type, e.event, e.previous, e.hash, to_tsvector('simple', e.words)
     from unnest($5::int[], $6::text[], $7::jsonb[], $8::text[], $9::text[], $10::text[])
       e (seq, type, event, previous, hash, words)`,
    [
      chain.id,
      at,
      by?.id ?? null,
      by?.name ?? null,
      entries.map(({ seq }) => seq),
      entries.map(({ event }) => event.type),
      entries.map(({ event }) => JSON.stringify(event)),
      entries.map((entry) => entry.previous),
      entries.map(({ hash }) => hash),
      entries.map(({ event }) => wordsOf(event)),
    ],
  );
  return { incident, entries, head: previous };
}

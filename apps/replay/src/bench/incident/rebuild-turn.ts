import { evolveIncident, verifyChain, type Incident, type JournalEntry } from '@sturmwarte/domain';
import { IncidentRepository, sha256, type Database } from '@sturmwarte/store';
import { isDeepStrictEqual } from 'node:util';
import { median } from '../report.js';

const TIMES = 7;
const READ_AT_ONCE = 1_000;

/** Microseconds per entry. */
export interface Rebuild {
  readonly entries: number;
  readonly read: number;
  readonly fold: number;
  readonly verify: number;
}

/** Reads a journal, folds it and checks its chain. Throws when the fold is not the state that is stored. */
export async function rebuildTurn(db: Database, incidentId: number): Promise<Rebuild> {
  const incidents = new IncidentRepository(db);
  const { incident, head } = await incidents.find(incidentId);
  const entries: JournalEntry[] = [];
  const from = performance.now();
  while (entries.length < incident.version) {
    const more = await incidents.entriesAfter(incidentId, entries.length, READ_AT_ONCE);
    if (more.length === 0) throw new Error(`the journal ends at ${entries.length}`);
    entries.push(...more);
  }
  const read = performance.now() - from;
  const folded = timed(() =>
    entries.reduce<Incident | null>((state, entry) => evolveIncident(state, entry), null),
  );
  if (!isDeepStrictEqual(asStored(folded.result), asStored(incident))) {
    throw new Error('the fold of the journal is not the state that is stored');
  }
  const verified = timed(() => verifyChain(String(incidentId), entries, sha256, head));
  const [fault] = verified.result;
  if (fault !== undefined) throw new Error(`the chain is broken: ${JSON.stringify(fault)}`);
  const each = (ms: number): number => (1_000 * ms) / entries.length;
  return {
    entries: entries.length,
    read: each(read),
    fold: each(folded.ms),
    verify: each(verified.ms),
  };
}

function timed<T>(work: () => T): { result: T; ms: number } {
  let result = work();
  const times = Array.from({ length: TIMES }, () => {
    const from = performance.now();
    result = work();
    return performance.now() - from;
  });
  return { result, ms: median(times) };
}

function asStored(incident: Incident | null): unknown {
  return JSON.parse(JSON.stringify(incident));
}

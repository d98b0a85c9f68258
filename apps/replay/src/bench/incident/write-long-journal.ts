import type { IncidentEvent } from '@sturmwarte/domain';
import { lockIncidents, recordEntries, type Database } from '@sturmwarte/store';

const BATCH = 500;
/** One entry in so many begins a claim of the fact ledger, and one moves it: the state grows with them. */
const CLAIM_EVERY = 50;

/** Fills a journal up to a number of entries by the store's own functions, in transactions of 500. */
export async function writeLongJournal(
  db: Database,
  incidentId: number,
  length: number,
): Promise<void> {
  for (let version = 1; version < length;) {
    version = await db.transaction(async (tx) => {
      const locked = (await lockIncidents(tx, [incidentId])).get(incidentId);
      if (locked === undefined) throw new Error('locked and not there');
      const { incident } = locked;
      const many = Math.min(BATCH, length - incident.version);
      const events = Array.from({ length: many }, (_, n) => eventOf(incident.version + 1 + n));
      const by = incident.opened.by;
      const at = new Date().toISOString();
      await recordEntries(tx, locked, { events, at, by, nextTurn: () => null });
      return incident.version + many;
    });
  }
}

function eventOf(seq: number): IncidentEvent {
  const place = seq % CLAIM_EVERY;
  if (place === CLAIM_EVERY - 2) {
    const text = `Behauptung ${seq}: Ein Video zeigt angeblich unsere Filiale nach Ladenschluss.`;
    return { type: 'claim-recorded', text, standing: 'open', source: null };
  }
  if (place === CLAIM_EVERY - 1) {
    const source = 'Filialleitung, Telefonat';
    const reason = 'Das Video zeigt eine andere Stadt, das Schild im Hintergrund ist lesbar.';
    return { type: 'claim-moved', claim: seq - 1, standing: 'refuted', source, reason };
  }
  const text = `Notiz ${seq}: Rückruf der Filialleitung, zwei Mitarbeiter waren anwesend, der Kunde war es nach ihrer Aussage nicht. Die Pressestelle bekommt das Protokoll bis zum Nachmittag.`;
  return { type: 'entry-written', kind: 'note', text, source: null, contents: [] };
}

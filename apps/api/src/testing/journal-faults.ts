import { verifyStored, type Database, type JournalFault } from '@sturmwarte/store';

/** What the chains of all journals on record have wrong. Throws where there is no journal to look at. */
export async function journalFaults(db: Database): Promise<JournalFault[]> {
  const faults: JournalFault[] = [];
  let journals = 0;
  for await (const { entries } of verifyStored(db, (_, fault) => faults.push(fault))) {
    journals += entries > 0 ? 1 : 0;
  }
  if (journals === 0) throw new Error('no journal was looked at');
  return faults;
}

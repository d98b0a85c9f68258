import type { OutletChannel, TextLanguage } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/** A version of a text that somebody had before their eyes. */
export interface Reading {
  readonly incidentId: number;
  readonly statement: number;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly version: number;
}

/** What each person read last. Beside the journal: reading is nobody's business but the reader's. */
export class ReadingRepository {
  constructor(private readonly db: Database) {}

  of(personId: number, incidentIds: readonly number[]): Promise<Reading[]> {
    return this.db.dataSource.query<Reading[]>(
      `select incident_id as "incidentId", statement, channel, language, version
       from wording_reading where person_id = $1 and incident_id = any($2)`,
      [personId, incidentIds],
    );
  }

  /** Never back to an older version: two windows may tell it in the wrong order. */
  async note(tx: Tx, personId: number, reading: Reading): Promise<void> {
    const { incidentId, statement, channel, language, version } = reading;
    await tx.query(
      `insert into wording_reading (person_id, incident_id, statement, channel, language, version)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (person_id, incident_id, statement, channel, language)
       do update set version = greatest(wording_reading.version, excluded.version)`,
      [personId, incidentId, statement, channel, language, version],
    );
  }
}

import type { IncidentHit, IncidentView } from '@sturmwarte/contracts';
import {
  DomainError,
  type ChainHead,
  type IncidentEvent,
  type IncidentState,
  type JournalEntry,
  type Playbook,
} from '@sturmwarte/domain';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { IncidentEntity } from './incident.entity.js';
import { incidentViewOf } from './incident-view-of.js';

/** Whom the list is for: brands whose incidents they may see, and their own seats in others. */
export interface Reader {
  readonly brands: 'all' | readonly number[];
  readonly personId: number;
}

export interface IncidentFilter {
  readonly spaceId: number;
  readonly state?: IncidentState | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

interface EntryRow {
  readonly seq: number;
  readonly at: Date;
  readonly by_id: number | null;
  readonly by_name: string | null;
  readonly event: IncidentEvent;
  readonly previous: string;
  readonly hash: string;
}

const ENTRY_COLUMNS = 'seq, at, by_id, by_name, event, previous, hash';

/** Incidents and their journals, read. They are written by `recordOpening` and `recordEntries`. */
export class IncidentRepository {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(reader: Reader, filter: IncidentFilter): Promise<IncidentView[]> {
    const query = this.readable(reader)
      .andWhere('incident.space_id = :spaceId', { spaceId: filter.spaceId })
      .orderBy('incident.id', 'DESC')
      .limit(filter.limit);
    if (filter.state !== undefined) query.andWhere('incident.state = :state', filter);
    if (filter.before !== undefined) query.andWhere('incident.id < :before', filter);
    return (await query.getMany()).map(incidentViewOf);
  }

  /** Incidents with words of their own that may still be published: where something may wait for a yes. */
  async speaking(reader: Reader, spaceId: number): Promise<IncidentView[]> {
    const rows = await this.readable(reader)
      .andWhere('incident.space_id = :spaceId', { spaceId })
      .andWhere("incident.state <> 'merged'")
      .andWhere("jsonb_array_length(coalesce(incident.body -> 'statements', '[]')) > 0")
      .orderBy('incident.id', 'DESC')
      .getMany();
    return rows.map(incidentViewOf);
  }

  /** Every open incident of the running spaces: what the machine looks after. */
  async open(spaceId: number): Promise<IncidentView[]> {
    const rows = await this.incidents().findBy({ spaceId, state: 'open' });
    return rows.map(incidentViewOf);
  }

  async find(id: number): Promise<IncidentView & { readonly head: ChainHead }> {
    const row = await this.incidents().findOneBy({ id });
    if (row === null) throw new DomainError('not-found', { what: 'incident', id });
    return { ...incidentViewOf(row), head: { seq: row.version, hash: row.head } };
  }

  /** The incident an alert belongs to, if any. */
  async ofAlert(alertId: number): Promise<IncidentView | null> {
    const [row] = await this.db.dataSource.query<{ incident_id: number }[]>(
      'select incident_id from incident_alert where alert_id = $1',
      [alertId],
    );
    if (row === undefined) return null;
    return this.find(row.incident_id);
  }

  /** Entries after a number, oldest first. */
  async entriesAfter(id: number, seq: number, limit: number): Promise<JournalEntry[]> {
    return this.entries(`incident_id = $1 and seq > $2 order by seq limit $3`, [id, seq, limit]);
  }

  /** Entries before a number, oldest first: the timeline is read from its end. */
  async entriesBefore(id: number, seq: number, limit: number): Promise<JournalEntry[]> {
    const newest = await this.entries(`incident_id = $1 and seq < $2 order by seq desc limit $3`, [
      id,
      seq,
      limit,
    ]);
    return newest.reverse();
  }

  /** Incidents whose next clock is due by the clock of their space, by id; `now` is the server's. */
  async turning(now: Date, limit: number): Promise<number[]> {
    const rows = await this.db.dataSource.query<{ id: number }[]>(
      `select i.id from incident i join space s on s.id = i.space_id
       where i.next_turn_at is not null and s.ended_at is null
         and i.next_turn_at <= case when s.kind = 'live' then $1::timestamptz else s.now_at end
       order by i.next_turn_at limit $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** When the next clock turns was out of date: this is when. */
  async setNextTurn(id: number, at: string | null, tx: Tx): Promise<void> {
    await tx.query('update incident set next_turn_at = $2 where id = $1', [id, at]);
  }

  /** Entries that say these words, newest first. */
  async search(reader: Reader, words: string, limit: number): Promise<IncidentHit[]> {
    const rows = await this.db.dataSource.query<
      (EntryRow & { id: number; number: string; title: string })[]
    >(
      `select i.id, i.number, i.title, e.seq, e.at, e.by_id, e.by_name, e.event, e.previous, e.hash
       from incident_entry e join incident i on i.id = e.incident_id
       where e.words @@ websearch_to_tsquery('simple', $1)
         and ($2::int[] is null or i.brand_id = any($2) or $3 = any(i.members))
       order by e.at desc, e.seq desc limit $4`,
      [words, reader.brands === 'all' ? null : reader.brands, reader.personId, limit],
    );
    return rows.map((row) => ({
      incidentId: row.id,
      number: row.number,
      title: row.title,
      entry: entryOf(row),
    }));
  }

  /** Keeps a playbook as it is, under the hash of its content. */
  async keepPlaybook(hash: string, playbook: Playbook, tx: Tx): Promise<void> {
    await tx.query(
      `insert into playbook_version (hash, playbook_id, version, body) values ($1, $2, $3, $4)
       on conflict (hash) do nothing`,
      [hash, playbook.id, playbook.version, JSON.stringify(playbook)],
    );
  }

  async playbook(hash: string): Promise<Playbook | null> {
    const [row] = await this.db.dataSource.query<{ body: Playbook }[]>(
      'select body from playbook_version where hash = $1',
      [hash],
    );
    return row?.body ?? null;
  }

  private async entries(where: string, params: unknown[]): Promise<JournalEntry[]> {
    const rows = await this.db.dataSource.query<EntryRow[]>(
      `select ${ENTRY_COLUMNS} from incident_entry where ${where}`,
      params,
    );
    return rows.map(entryOf);
  }

  private readable({ brands, personId }: Reader): SelectQueryBuilder<IncidentEntity> {
    const query = this.incidents().createQueryBuilder('incident').where('true');
    if (brands === 'all') return query;
    return query.andWhere(
      new Brackets((either) =>
        either
          .where('incident.brand_id = any(:brands)', { brands })
          .orWhere(':personId = any(incident.members)', { personId }),
      ),
    );
  }

  private incidents(): ReturnType<typeof tableOf> {
    return tableOf(this.db);
  }
}

function tableOf(db: Database) {
  return db.dataSource.getRepository(IncidentEntity);
}

function entryOf(row: EntryRow): JournalEntry {
  const { seq, at, by_id: id, by_name: name, event, previous, hash } = row;
  const by = id === null || name === null ? null : { id, name };
  return { seq, at: at.toISOString(), by, event, previous, hash };
}

import { DomainError, type PlannedPeakEntry } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

export type PeakRecord = Omit<PlannedPeakEntry, 'id'>;

interface Row {
  readonly id: number;
  readonly space_id: number;
  readonly brand_id: number;
  readonly topic_id: number | null;
  readonly title: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly multiple: number | null;
  readonly by_id: number;
  readonly by_name: string;
}

const ROW = 'id, space_id, brand_id, topic_id, title, from_at, until_at, multiple, by_id, by_name';

/** Planned peaks, past ones too: the detector learns weeks of the past with them. */
export class PeakRepository {
  constructor(private readonly db: Database) {}

  async all(): Promise<PlannedPeakEntry[]> {
    const sql = `select ${ROW} from planned_peak order by id`;
    return (await this.db.dataSource.query<Row[]>(sql)).map(entryOf);
  }

  /** The latest first. */
  async list(spaceId: number, brands: 'all' | readonly number[]): Promise<PlannedPeakEntry[]> {
    const rows = await this.db.dataSource.query<Row[]>(
      `select ${ROW} from planned_peak
       where space_id = $1 and ($2::int[] is null or brand_id = any($2)) order by from_at desc, id desc`,
      [spaceId, brands === 'all' ? null : brands],
    );
    return rows.map(entryOf);
  }

  async find(id: number): Promise<PlannedPeakEntry> {
    const sql = `select ${ROW} from planned_peak where id = $1`;
    return foundOf((await this.db.dataSource.query<Row[]>(sql, [id]))[0], id);
  }

  async add(values: PeakRecord, tx: Tx): Promise<PlannedPeakEntry> {
    const [row] = await tx.query<Row>(
      `insert into planned_peak (space_id, brand_id, topic_id, title, from_at, until_at, multiple, by_id, by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${ROW}`,
      columnsOf(values),
    );
    return foundOf(row, 0);
  }

  async change(id: number, values: PeakRecord, tx: Tx): Promise<PlannedPeakEntry> {
    const [row] = await tx.query<Row>(
      `update planned_peak set space_id = $1, brand_id = $2, topic_id = $3, title = $4, from_at = $5,
         until_at = $6, multiple = $7, by_id = $8, by_name = $9 where id = $10 returning ${ROW}`,
      [...columnsOf(values), id],
    );
    return foundOf(row, id);
  }

  async remove(id: number, tx: Tx): Promise<void> {
    await tx.query('delete from planned_peak where id = $1', [id]);
  }
}

function columnsOf(values: PeakRecord): unknown[] {
  const { spaceId, brandId, topicId, title, from, until, multiple, by } = values;
  return [spaceId, brandId, topicId, title, from, until, multiple, by.id, by.name];
}

function foundOf(row: Row | undefined, id: number): PlannedPeakEntry {
  if (row === undefined) throw new DomainError('not-found', { what: 'peak', id });
  return entryOf(row);
}

function entryOf(row: Row): PlannedPeakEntry {
  return {
    ...{ id: row.id, spaceId: row.space_id, brandId: row.brand_id, topicId: row.topic_id },
    ...{ title: row.title, multiple: row.multiple, by: { id: row.by_id, name: row.by_name } },
    ...{ from: row.from_at.toISOString(), until: row.until_at.toISOString() },
  };
}

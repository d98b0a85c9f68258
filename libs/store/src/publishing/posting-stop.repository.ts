import type { PostingStopView } from '@sturmwarte/contracts';
import type { PersonRef } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

const ROW = 'id, brand_id, kind, at, by_id, by_name, reason';
interface Row {
  readonly id: number;
  readonly brand_id: number;
  readonly kind: 'stop' | 'resume';
  readonly at: Date;
  readonly by_id: number;
  readonly by_name: string;
  readonly reason: string;
}

export interface PostingStopMove {
  readonly brandId: number;
  readonly kind: 'stop' | 'resume';
  readonly at: string;
  readonly by: PersonRef;
  readonly reason: string;
}

/**
 * Posting stops of brands: a history that only grows, whose newest row holds. Who hands something over shares the lock
 * of the brand (`standingShared`), who stops or lifts has it alone (`lock`): once a stop is committed, no hand-over is
 * under way that has not seen it.
 */
export class PostingStopRepository {
  constructor(private readonly db: Database) {}

  /** Waits until no hand-over of this brand is deciding. Answers the stop that stands. */
  async lock(brandId: number, tx: Tx): Promise<PostingStopView | null> {
    await tx.query('select from brand where id = $1 for no key update', [brandId]);
    return this.standing(brandId, tx);
  }

  /** The stop that stands, and none can come before this transaction has ended. */
  async standingShared(brandId: number, tx: Tx): Promise<PostingStopView | null> {
    await tx.query('select from brand where id = $1 for share', [brandId]);
    return this.standing(brandId, tx);
  }

  async standing(brandId: number, tx?: Tx): Promise<PostingStopView | null> {
    const sql = `select ${ROW} from posting_stop where brand_id = $1 order by id desc limit 1`;
    const [row] = tx
      ? await tx.query<Row>(sql, [brandId])
      : await this.db.dataSource.query<Row[]>(sql, [brandId]);
    return row?.kind === 'stop' ? viewOf(row) : null;
  }

  async add({ brandId, kind, at, by, reason }: PostingStopMove, tx: Tx): Promise<PostingStopView> {
    const [row] = await tx.query<Row>(
      `insert into posting_stop (brand_id, kind, at, by_id, by_name, reason)
       values ($1, $2, $3, $4, $5, $6) returning ${ROW}`,
      [brandId, kind, at, by.id, by.name, reason],
    );
    if (row === undefined) throw new Error('no posting stop written');
    return viewOf(row);
  }

  /** Newest first. */
  async history(brandId: number, limit: number): Promise<PostingStopView[]> {
    const rows = await this.db.dataSource.query<Row[]>(
      `select ${ROW} from posting_stop where brand_id = $1 order by id desc limit $2`,
      [brandId, limit],
    );
    return rows.map(viewOf);
  }

  /** Incidents whose journal does not say yet what holds for their brand: a stop in open ones, a lifting in all. */
  async untold(limit: number): Promise<{ incidentId: number; newest: PostingStopView }[]> {
    const rows = await this.db.dataSource.query<(Row & { incident_id: number })[]>(
      `select i.id as incident_id, ${ROW.split(', ')
        .map((column) => `n.${column}`)
        .join(', ')}
       from incident i cross join lateral (
         select ${ROW} from posting_stop p where p.brand_id = i.brand_id order by p.id desc limit 1) n
       where i.state <> 'merged' and case n.kind
         when 'stop' then i.state = 'open' and coalesce((i.body -> 'postingStop' ->> 'stop')::int, 0) <> n.id
         else coalesce(i.body -> 'postingStop', 'null') <> 'null' end
       order by i.id limit $1`,
      [limit],
    );
    return rows.map((row) => ({ incidentId: row.incident_id, newest: viewOf(row) }));
  }
}

function viewOf({ id, brand_id, kind, at, by_id, by_name, reason }: Row): PostingStopView {
  const by = { id: by_id, name: by_name };
  return { id, brandId: brand_id, kind, at: at.toISOString(), by, reason };
}

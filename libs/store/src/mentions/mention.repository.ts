import type { MentionPage, MentionView } from '@sturmwarte/contracts';
import { DomainError, minuteOf } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { MENTION_COLUMNS, mentionViewOf, type MentionReadRow } from './mention-row.js';
import {
  selectMentions,
  type AlertSpan,
  type MentionFilter,
  type VisibleBy,
} from './mention-filter.js';
import { MutedTerms } from './muted-terms.js';

const BEFORE_ALERT_MINUTES = 120;
/** A list that takes longer is a question for the search, not for a screen. */
const LIST_TIMEOUT_MS = 15_000;

/** Mentions, read. They are written by `MentionWriter` alone. */
export class MentionRepository {
  constructor(private readonly db: Database) {}

  /** Newest first by arrival. */
  async page(filter: MentionFilter): Promise<MentionPage> {
    const visible = filter.brands === 'all' ? null : await this.visibleBy(filter.brands);
    const alert = filter.alertId === undefined ? null : await this.spanOf(filter.alertId);
    const { from, where, params } = selectMentions(filter, visible, alert);
    const rows = await this.read(
      `select ${MENTION_COLUMNS} from ${from} where ${where}
       order by m.id desc limit ${filter.limit + 1}`,
      params,
    );
    const shown = rows.slice(0, filter.limit);
    return {
      mentions: await this.viewsOf(shown, filter.fold),
      next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** Those of these that are still stored in the space and that these brands may see, in the order asked for. */
  async byIds(
    ids: readonly string[],
    spaceId: number,
    brands: MentionFilter['brands'] = 'all',
  ): Promise<MentionView[]> {
    if (ids.length === 0) return [];
    const visible = brands === 'all' ? null : await this.visibleBy(brands);
    const rows = await this.read(
      `select ${MENTION_COLUMNS} from mention m left join judgement j on j.mention_id = m.id
       where m.id = any($1::bigint[]) and m.space_id = $2
         and ($3::int[] is null or m.source_id = any($3) or m.topics && $4::int[])`,
      [ids, spaceId, visible?.sources ?? null, visible?.topics ?? null],
    );
    const views = new Map((await this.viewsOf(rows, true)).map((view) => [view.id, view]));
    return ids.flatMap((id) => views.get(id) ?? []);
  }

  /** Refuses `not-found`, also for what these brands may not see. */
  async find(id: string, brands: MentionFilter['brands']): Promise<MentionView> {
    const visible = brands === 'all' ? null : await this.visibleBy(brands);
    const rows = await this.read(
      `select ${MENTION_COLUMNS} from mention m left join judgement j on j.mention_id = m.id
       where m.id = $1 and ($2::int[] is null or m.source_id = any($2) or m.topics && $3::int[])`,
      [id, visible?.sources ?? null, visible?.topics ?? null],
    );
    const [view] = await this.viewsOf(rows, true);
    if (view !== undefined) return view;
    throw new DomainError('not-found', { what: 'mention', id });
  }

  private async visibleBy(brands: readonly number[]): Promise<VisibleBy> {
    const { rows } = await this.db.pool.query<{ sources: number[]; topics: number[] }>(
      `select array(select id from source where brand_id = any($1::int[])) as sources,
         array(select id from topic where brand_id = any($1::int[])) as topics`,
      [brands],
    );
    return rows[0] ?? { sources: [], topics: [] };
  }

  private async spanOf(alertId: number): Promise<AlertSpan> {
    const { rows } = await this.db.pool.query<{ topic: number; opened: Date; closed: Date | null }>(
      'select topic_id as topic, opened_at as opened, closed_at as closed from alert where id = $1',
      [alertId],
    );
    const [row] = rows;
    if (row === undefined) throw new DomainError('not-found', { what: 'alert', id: alertId });
    return {
      topicId: row.topic,
      fromMinute: minuteOf(row.opened.getTime()) - BEFORE_ALERT_MINUTES,
      toMinute: row.closed === null ? 2_147_483_647 : minuteOf(row.closed.getTime()),
    };
  }

  private async read(sql: string, params: readonly unknown[]): Promise<MentionReadRow[]> {
    const client = await this.db.pool.connect();
    try {
      await client.query(`begin; set local statement_timeout = ${LIST_TIMEOUT_MS}`);
      const { rows } = await client.query<MentionReadRow>(sql, [...params]);
      await client.query('commit');
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private async viewsOf(rows: readonly MentionReadRow[], counted: boolean): Promise<MentionView[]> {
    const muted = new MutedTerms(this.db.pool);
    await muted.load(rows.flatMap(({ topics }) => topics));
    const reposts = counted ? await this.reposts(rows) : new Map<string, number>();
    return rows.map((row) =>
      mentionViewOf(row, muted.of(row.topics), reposts.get(nameOf(row)) ?? 0),
    );
  }

  private async reposts(rows: readonly MentionReadRow[]): Promise<Map<string, number>> {
    if (rows.length === 0) return new Map();
    const { rows: counts } = await this.db.pool.query<{ source: number; id: string; n: number }>(
      `select r.source_id as source, r.original as id, count(*)::int as n
       from unnest($1::int[], $2::text[]) w (source_id, original)
       join repost r on r.source_id = w.source_id and r.original = w.original group by 1, 2`,
      [rows.map((row) => row.source_id), rows.map((row) => row.external_id)],
    );
    return new Map(counts.map(({ source, id, n }) => [`${source}:${id}`, n]));
  }
}

function nameOf(row: MentionReadRow): string {
  return `${row.source_id}:${row.external_id}`;
}

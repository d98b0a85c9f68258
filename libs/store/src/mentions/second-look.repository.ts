import type { CountDelta } from '@sturmwarte/detect';
import { CHANNELS, OUTLET_TIERS, type Permille } from '@sturmwarte/domain';
import type { PoolClient } from 'pg';
import { authorHashOf } from './author-keys.js';
import { lockChanges } from './change-lock.js';
import { countOf } from './count-of.js';
import { ADD_COUNTERS, CounterSum } from './counter-sum.js';
import { DeltaSum } from './delta-sum.js';
import type { Pool } from './pool.js';
import type { IntakeBatchRow } from './stage.repository.js';

/** A mention that some topic watches, before its second look. */
export interface Unjudged {
  readonly id: number;
  readonly version: string;
  readonly text: string;
  readonly title: string | null;
  readonly lang: string | null;
  readonly topics: readonly number[];
}

export interface StoredJudgement {
  readonly id: number;
  /** The version that was judged; a newer one in the table is left alone. */
  readonly version: string;
  readonly negative: Permille;
  readonly neutral: Permille;
  readonly positive: Permille;
  readonly lang: string | null;
  readonly aggressive: boolean;
  readonly model: string;
}

/** What the detector should hear once the transaction is durable. */
export interface Corrections {
  readonly xid: string;
  readonly deltas: readonly CountDelta[];
}

interface StoredRow {
  readonly id: string;
  readonly version: string;
  /** Those that count it. */
  readonly topics: number[];
  readonly minute: number;
  readonly backfill: boolean;
  readonly negative: number;
  readonly author_key: string | null;
  readonly channel: number;
  readonly tier: number;
  readonly outlet: string | null;
}

/** What the second look reads and writes. Only mentions that hit a topic are judged again: nobody counts the others. */
export class SecondLookRepository {
  constructor(private readonly pool: Pool) {}

  /** New and replaced mentions of the batches, at most `limit` after the id `after`, in the order of their ids. */
  async unjudged(
    batches: readonly IntakeBatchRow[],
    after: number,
    limit: number,
  ): Promise<Unjudged[]> {
    const { where, params } = mentionsOf(batches);
    const { rows } = await this.pool.query<Omit<Unjudged, 'id'> & { id: string }>(
      `select id, version, text, title, lang, topics from mention m
       where (${where}) and id > ${after} and topics <> '{}' order by id limit ${limit}`,
      params,
    );
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  }

  /**
   * Stores judgements and corrects the counters by the difference to what was counted before, in the minute it was
   * counted in.
   */
  async store(client: PoolClient, judgements: readonly StoredJudgement[]): Promise<Corrections> {
    await lockChanges(client, 'shared');
    const current = await this.current(client, judgements);
    const valid = judgements.filter(({ id, version }) => current.get(id)?.version === version);
    const counters = new CounterSum();
    const deltas = new DeltaSum();
    for (const { id, negative } of valid) {
      const row = current.get(id);
      if (row !== undefined) correct(row, negative, counters, deltas);
    }
    await insert(client, valid);
    if (!counters.empty) await client.query(ADD_COUNTERS, counters.columns());
    const { rows } = await client.query<{ xid: string }>(
      'select pg_current_xact_id()::text as xid',
    );
    return { xid: rows[0]?.xid ?? '', deltas: deltas.list() };
  }

  private async current(
    client: PoolClient,
    judgements: readonly StoredJudgement[],
  ): Promise<Map<number, StoredRow>> {
    const ids = judgements.map(({ id }) => id).join(',');
    const { rows } = await client.query<StoredRow>(
      `select m.id, m.version, m.minute, m.backfill, coalesce(j.negative, m.negative) as negative,
         m.author_key, m.channel, m.tier, m.outlet,
         array(select h.topic_id from hit h where h.mention_id = m.id and h.topic_id = any(m.topics)
           and h.mute_id is null) as topics
       from mention m left join judgement j on j.mention_id = m.id where m.id in (${ids})`,
    );
    return new Map(rows.map((row) => [Number(row.id), row]));
  }
}

/** Where the mentions of some batches lie, for a table `m`. */
export function mentionsOf(batches: readonly IntakeBatchRow[]): {
  where: string;
  params: unknown[];
} {
  const params: unknown[] = [];
  const parts = batches.flatMap(({ spaceId, firstId, lastId }) => {
    if (firstId === null || lastId === null) return [];
    return `m.space_id = ${spaceId} and m.id between ${firstId} and ${lastId}`;
  });
  const replaced = batches.flatMap((batch) => batch.replaced);
  if (replaced.length > 0) parts.push(`m.id in (${replaced.join(',')})`);
  return { where: parts.length === 0 ? 'false' : parts.join(' or '), params };
}

function correct(row: StoredRow, negative: Permille, counters: CounterSum, deltas: DeltaSum): void {
  const difference = negative - row.negative;
  if (difference === 0) return;
  const negCount = countOf(negative) - countOf(row.negative);
  for (const topicId of row.topics) {
    counters.add(topicId, row.minute, 0, difference, negCount);
    if (row.backfill) continue;
    const { minute } = row;
    deltas.add(
      { topicId, minute, correction: true, total: 0, negative: difference, negCount },
      {
        author: row.author_key === null ? null : authorHashOf(row.author_key),
        channel: CHANNELS[row.channel] ?? 'other',
        tier: OUTLET_TIERS[row.tier] ?? 'none',
        outlet: row.outlet ?? undefined,
      },
      negative,
    );
  }
}

async function insert(client: PoolClient, judgements: readonly StoredJudgement[]): Promise<void> {
  await client.query(
    `insert into judgement (mention_id, negative, neutral, positive, lang, aggressive, model)
     select * from unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::smallint[], $5::text[],
       $6::boolean[], $7::text[])
     on conflict (mention_id) do update set negative = excluded.negative, neutral = excluded.neutral,
       positive = excluded.positive, lang = excluded.lang, aggressive = excluded.aggressive,
       model = excluded.model`,
    [
      judgements.map(({ id }) => id),
      judgements.map(({ negative }) => negative),
      judgements.map(({ neutral }) => neutral),
      judgements.map(({ positive }) => positive),
      judgements.map(({ lang }) => lang),
      judgements.map(({ aggressive }) => aggressive),
      judgements.map(({ model }) => model),
    ],
  );
}

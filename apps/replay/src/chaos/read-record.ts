import { verifyCounters, type Database } from '@sturmwarte/store';
import type { Stored } from './ledger.js';

export interface AlertOnRecord {
  readonly id: number;
  readonly topicId: number;
  readonly state: string;
  readonly version: number;
  /** Types of its events, in order; their numbers must be 1, 2, 3... */
  readonly events: readonly { readonly seq: number; readonly type: string }[];
}

/** One reading of everything the checks look at. */
export interface RecordRead {
  readonly stored: ReadonlyMap<string, Stored>;
  /** What must never be, each with how often it is. */
  readonly oddities: readonly string[];
  readonly alerts: readonly AlertOnRecord[];
  /** Counted of each topic: mentions, and those judged negative. */
  readonly counted: ReadonlyMap<number, { readonly total: number; readonly negatives: number }>;
  readonly heads: ReadonlyMap<number, number>;
}

/** Each answers how many things are wrong; 0 when all is well. */
const ODDITIES: Readonly<Record<string, string>> = {
  'mentions stored twice': `select count(*) - count(distinct (source_id, external_id)) as n from mention`,
  'keys without their mention or the other way round': `select count(*) as n
    from (select mention_id, version from mention_key where not deleted) k
    full join mention m on m.id = k.mention_id and m.version = k.version
    where m.id is null or k.mention_id is null`,
  'mentions whose hits are not theirs': `select count(*) as n from mention m
    where cardinality(m.topics) <> (select count(*) from hit h where h.mention_id = m.id
      and h.topic_id = any(m.topics))`,
  'hits without a mention': `select count(*) as n from hit h
    where not exists (select 1 from mention m where m.id = h.mention_id)`,
  'mentions the second look has not judged': `select count(*) as n from mention m
    where cardinality(m.topics) > 0
      and not exists (select 1 from judgement j where j.mention_id = m.id)`,
  'mentions that cannot be found': `select count(*) as n from mention m
    where not exists (select 1 from mention_search s where s.mention_id = m.id)`,
  'search entries without a mention': `select count(*) as n from mention_search s
    where not exists (select 1 from mention m where m.id = s.mention_id)`,
  'stages behind the last commit': `select count(*) as n
    from (values ('second-look'), ('search-index')) s (stage) left join stage_offset o using (stage)
    where coalesce(o.xid, '0'::xid8) < (select coalesce(max(xid), '0'::xid8) from intake_batch)`,
  'live streams with gaps': `select count(*) as n from live_stream s
    left join (select stream, count(*) as n, min(seq) as low, max(seq) as high from live_log group by 1) l
      using (stream)
    where (l.n, l.low, l.high) is distinct from (s.seq, 1::bigint, s.seq)`,
  'alert messages told twice or out of order': `select count(*) as n from (
    select (body -> 'alert' ->> 'version')::int
      - lag((body -> 'alert' ->> 'version')::int) over (partition by body -> 'alert' ->> 'id' order by seq) as step
    from live_log where body ->> 'type' = 'alert') steps where step < 1`,
  'alerts whose last state was not told': `select count(*) as n from alert a where version is distinct from (
    select max((body -> 'alert' ->> 'version')::int) from live_log
    where body ->> 'type' = 'alert' and (body -> 'alert' ->> 'id')::int = a.id)`,
};

export async function readRecord(db: Database, prefix: string): Promise<RecordRead> {
  const { pool } = db;
  const oddities: string[] = [];
  for (const [name, sql] of Object.entries(ODDITIES)) {
    const { rows } = await pool.query<{ n: string }>(sql);
    if (Number(rows[0]?.n) !== 0) oddities.push(`${rows[0]?.n} ${name}`);
  }
  for (const fault of await verifyCounters(pool, 3)) {
    oddities.push(`counter is not the sum over its hits: ${JSON.stringify(fault)}`);
  }
  const mentions = await pool.query<{ key: string; version: string; text: string }>(
    'select external_id as key, version, text from mention where starts_with(external_id, $1)',
    [prefix],
  );
  const minutes = await pool.query<{ topic: number; total: string; negatives: string }>(
    `select topic_id as topic, sum(total) as total, sum(negative_count) as negatives
     from topic_minute group by 1`,
  );
  const heads = await pool.query<{ stream: number; seq: string }>(
    'select stream, seq from live_stream',
  );
  return {
    stored: new Map(
      mentions.rows.map(({ key, version, text }) => [key, { version: Number(version), text }]),
    ),
    oddities,
    alerts: await readAlerts(db),
    counted: new Map(
      minutes.rows.map(({ topic, total, negatives }) => [
        topic,
        { total: Number(total), negatives: Number(negatives) },
      ]),
    ),
    heads: new Map(heads.rows.map(({ stream, seq }) => [stream, Number(seq)])),
  };
}

async function readAlerts({ pool }: Database): Promise<AlertOnRecord[]> {
  const { rows } = await pool.query<AlertOnRecord>(
    `select a.id, a.topic_id as "topicId", a.state, a.version,
       coalesce((select json_agg(json_build_object('seq', e.seq, 'type', e.body ->> 'type') order by e.seq)
         from alert_event e where e.alert_id = a.id), '[]'::json) as events
     from alert a order by a.id`,
  );
  return rows;
}

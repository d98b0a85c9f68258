import type { PoolClient } from 'pg';
import type { Pool } from './pool.js';
import { dayName, firstIdOf } from './mention-id.js';

/** Tables partitioned by the day of receipt, and the column that holds it. */
export const PARTITIONED = ['mention', 'hit', 'judgement', 'mention_search', 'repost'] as const;
export type Partitioned = (typeof PARTITIONED)[number];

/** Any constant will do, as long as every server takes the same. */
const LOCK_KEY = 7_847_002;

export function partitionName(table: Partitioned, day: number): string {
  return `${table}_${dayName(day).replaceAll('-', '')}`;
}

/**
 * Makes the partitions of these days (since 1970) where they are missing; safe when several servers do so at once.
 * Made apart and then attached, because that does not stop those who are writing.
 */
export async function ensurePartitions(pool: Pool, days: readonly number[]): Promise<void> {
  const missing = await missingPartitions(pool, days);
  if (missing.length === 0) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    for (const { table, day } of await missingPartitions(client, days)) {
      const name = partitionName(table, day);
      await client.query(`create table ${name} (like ${table} including all)`);
      await client.query(
        `alter table ${table} attach partition ${name}
         for values from (${firstIdOf(day)}) to (${firstIdOf(day + 1)})`,
      );
    }
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Days (since 1970) that have a partition, oldest first. */
export async function partitionDays(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'mention'::regclass order by 1`,
  );
  return rows.map(({ name }) => {
    const digits = name.slice('mention_'.length);
    const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
    return Math.round(Date.parse(iso) / 86_400_000);
  });
}

async function missingPartitions(
  db: Pool | PoolClient,
  days: readonly number[],
): Promise<{ table: Partitioned; day: number }[]> {
  const wanted = days.flatMap((day) => PARTITIONED.map((table) => ({ table, day })));
  const { rows } = await db.query<{ exists: boolean }>(
    `select to_regclass(name) is not null as exists
     from unnest($1::text[]) with ordinality w (name, place) order by place`,
    [wanted.map(({ table, day }) => partitionName(table, day))],
  );
  return wanted.filter((_, index) => rows[index]?.exists !== true);
}

import type { Database } from '../database.js';

export type TableSums = Readonly<Record<string, { readonly rows: number; readonly sum: string }>>;

/** What every table holds, whatever the order of its rows: their number and the sum over their fingerprints. */
export async function tableSums(db: Database): Promise<TableSums> {
  const client = await db.pool.connect();
  try {
    await client.query(`set timezone = 'UTC'; set extra_float_digits = 1`);
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relispartition order by 1`,
    );
    const sums: Record<string, { rows: number; sum: string }> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ rows: number; sum: string }>(
        `select count(*)::int as rows,
           coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as sum from ${name} t`,
      );
      if (rows[0]) sums[name] = rows[0];
    }
    return sums;
  } finally {
    client.release(true);
  }
}

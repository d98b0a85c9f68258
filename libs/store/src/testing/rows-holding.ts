import type { Database } from '../database.js';

/** Rows of every table that contain the words, in any column; stems of search words included. */
export async function rowsHolding(db: Database, words: string): Promise<Record<string, number>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await db.pool.query<{ n: number }>(
      `select count(*)::int as n from ${name} t where lower(t::text) like '%' || $1 || '%'`,
      [words.slice(0, 12)],
    );
    if ((rows[0]?.n ?? 0) > 0) found[name] = rows[0]?.n ?? 0;
  }
  return found;
}

import type { Database } from '../database.js';

/**
 * Columns that hold a word, as `table.column`, in any letter case: every text, array, jsonb and search column of every
 * table and partition there is, also of those nobody thought of.
 */
export async function whereFound(db: Database, word: string): Promise<string[]> {
  const { rows: columns } = await db.pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = current_schema()
       and data_type in ('text', 'character varying', 'jsonb', 'json', 'tsvector', 'ARRAY', 'USER-DEFINED')
     order by 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rowCount } = await db.pool.query(
      `select from "${table}" where position(lower($1) in lower("${column}"::text)) > 0 limit 1`,
      [word],
    );
    if (rowCount === 1) found.push(`${table}.${column}`);
  }
  return found;
}

import type { PoolClient } from 'pg';
import type { PartitionFrame, SequenceFrame } from './backup-format.js';

export interface CatalogTable {
  readonly name: string;
  readonly columns: readonly string[];
}

type Reader = Pick<PoolClient, 'query'>;

/** Kept by the migrations themselves. */
const OF_MIGRATIONS = "('migrations', 'typeorm_metadata')";
const OURS = `c.relnamespace = current_schema()::regnamespace`;

/**
 * The tables of our schema without their partitions, each after those it refers to.
 * Read from the catalog, so that a table of a later migration is never forgotten.
 */
export async function readTables(client: Reader): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable & { refers: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
     from pg_class c
     where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ${OF_MIGRATIONS}
     order by c.relname`,
  );
  return inOrder(rows);
}

export async function readPartitions(client: Reader): Promise<PartitionFrame[]> {
  const { rows } = await client.query<{ parent: string; name: string; bound: string }>(
    `select p.relname as parent, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
     where ${OURS} and c.relispartition and c.relkind = 'r' order by 1, 2`,
  );
  return rows.map(({ parent, name, bound }) => {
    const match = /^FOR VALUES FROM \('?(\d+)'?\) TO \('?(\d+)'?\)$/.exec(bound);
    if (!match) throw new Error(`partition ${name} has a bound nobody knows: ${bound}`);
    return { parent, name, from: match[1] ?? '', to: match[2] ?? '' };
  });
}

/** Sequences are outside of every snapshot: read after it, they stand at or after whatever it shows. */
export async function readSequences(client: Reader): Promise<SequenceFrame[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where ${OURS} and c.relkind = 'S' and not exists (
       select from pg_depend d join pg_class t on t.oid = d.refobjid
       where d.objid = c.oid and d.deptype in ('a', 'i') and t.relname in ${OF_MIGRATIONS})
     order by 1`,
  );
  const sequences: SequenceFrame[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    );
    const [row] = found.rows;
    if (row) sequences.push({ name, ...row });
  }
  return sequences;
}

export async function readMigrations(client: Reader): Promise<string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('migrations') is not null as there`,
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function inOrder(tables: readonly (CatalogTable & { readonly refers: string[] })[]) {
  const done: CatalogTable[] = [];
  const names = new Set<string>();
  while (done.length < tables.length) {
    const ready = tables.filter(
      ({ name, refers }) => !names.has(name) && refers.every((other) => names.has(other)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, columns } of ready) {
      names.add(name);
      done.push({ name, columns });
    }
  }
  return done;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from './database.js';
import { testDatabase, type TestDatabase } from './testing/index.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

describe('entities and schema', () => {
  let fresh: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    fresh = await testDatabase();
    db = await openDatabase(fresh.url, { poolSize: 2 });
    await db.migrate();
  });
  afterAll(async () => {
    await db.close();
    await fresh.drop();
  });

  it('agree on every column: its name, its type, whether it may be empty', async () => {
    expect(db.dataSource.entityMetadatas.length).toBeGreaterThan(6);
    for (const entity of db.dataSource.entityMetadatas) {
      const wanted = entity.columns.map((column) => ({
        name: column.databaseName,
        type: db.dataSource.driver.normalizeType(column),
        nullable: column.isNullable,
      }));
      expect([entity.tableName, sorted(wanted)]).toEqual([
        entity.tableName,
        sorted(await columnsOf(entity.tableName)),
      ]);
    }
  });

  const columnsOf = (table: string): Promise<Column[]> =>
    db.dataSource.query(
      `select column_name as name, is_nullable = 'YES' as nullable,
         case when data_type = 'ARRAY' then format_type(ltrim(udt_name, '_')::regtype, null) else data_type end as type
       from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
});

function sorted(columns: readonly Column[]): Column[] {
  return [...columns].sort((a, b) => a.name.localeCompare(b.name));
}

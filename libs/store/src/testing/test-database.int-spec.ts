import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase } from './test-database.js';

type Session = InstanceType<typeof Client>;

async function withClient<T>(url: string, work: (client: Session) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // a dropped database ends its sessions
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('a test database', () => {
  it('belongs to one test alone', async () => {
    const [mine, yours] = await Promise.all([testDatabase(), testDatabase()]);
    try {
      await withClient(mine.url, (client) => client.query('create table note (text text)'));
      const found = await withClient(yours.url, (client) =>
        client.query("select 1 from pg_tables where tablename = 'note'"),
      );
      expect(found.rowCount).toBe(0);
    } finally {
      await Promise.all([mine.drop(), yours.drop()]);
    }
  });

  it('is gone after the test, even while someone is still connected', async () => {
    const database = await testDatabase();
    await withClient(database.url, async () => {
      await database.drop();
      await database.drop();
    });
    await expect(withClient(database.url, () => Promise.resolve())).rejects.toThrow(
      'does not exist',
    );
  });
});

import type { Config } from '@sturmwarte/config';
import { openDatabase, type Database } from '@sturmwarte/store';
import { databaseOf } from './database-of.js';

/** Two for a command of the terminal: one works, one is TypeORM's. */
const CONNECTIONS = 2;

/** Opens the database the settings name, for one piece of work. */
export async function withDatabase<T>(
  config: Config,
  say: (line: string) => void,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const database = await databaseOf(config, say);
  try {
    const db = await openDatabase(database.url, { poolSize: CONNECTIONS });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  } finally {
    await database.stop();
  }
}

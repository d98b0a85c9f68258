import type { PoolClient } from 'pg';

/** Any constant will do, as long as every server takes the same. */
const LOCK_KEY = 7_847_003;

/**
 * Edits, erasures and retention change what a mention counts for; so does the second look. Whoever takes counts away
 * must see every judgement, so they take this lock alone and judges share it. New mentions do not need it.
 * Held to the end of the transaction.
 */
export async function lockChanges(client: PoolClient, how: 'alone' | 'shared'): Promise<void> {
  const suffix = how === 'shared' ? '_shared' : '';
  await client.query(`select pg_advisory_xact_lock${suffix}($1)`, [LOCK_KEY]);
}

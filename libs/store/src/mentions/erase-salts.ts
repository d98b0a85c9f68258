import type { PoolClient } from 'pg';

/**
 * What was erased at its source: the salts of its hashes in journals go with it, and the hashes say nothing any more.
 * Mentions that expire are swept up by `eraseTraces`.
 */
export async function eraseSalts(client: PoolClient, mentionIds: readonly number[]): Promise<void> {
  if (mentionIds.length === 0) return;
  await client.query('delete from incident_content where mention_id = any($1::bigint[])', [
    mentionIds,
  ]);
}

import type { PoolClient } from 'pg';

/**
 * What a backup knows as prepared may have left since it was made. So each brand that has such comes back with a posting
 * stop: nothing leaves again before a person has looked.
 */
export async function holdRestored(
  client: Pick<PoolClient, 'query'>,
  madeAt: string,
): Promise<void> {
  await client.query(
    `insert into posting_stop (brand_id, kind, at, by_id, by_name, reason)
     select b.brand_id, 'stop', clock_timestamp(), 0, 'Sturmwarte', $1
     from (select distinct brand_id from publication_outbox where state = 'prepared') b
     where coalesce((select kind from posting_stop p where p.brand_id = b.brand_id order by p.id desc limit 1), '')
       <> 'stop'`,
    [
      `Restored from a backup of ${madeAt}: look at what has left since, withdraw it, then lift the stop. / ` +
        `Aus einer Sicherung von ${madeAt} zurückgeholt: Sehen Sie nach, was seither hinaus ist, ziehen Sie es zurück, dann heben Sie den Stopp auf.`,
    ],
  );
}

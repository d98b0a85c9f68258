import type { Database } from '@sturmwarte/store';

/** Minutes whose counters of what is kept quiet are not what is stored, or below zero. */
export async function unsoundQuietMinutes({ pool }: Database): Promise<readonly unknown[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `with stored as (
       select mute_id, topic_id, minute, count(*) as n from hit where mute_id is not null group by 1, 2, 3
       union all
       select mute_id, 0, minute, count(distinct mention_id) from hit where mute_id is not null group by 1, 3)
     select * from quiet_minute q full join stored s using (mute_id, topic_id, minute)
     where coalesce(q.mentions, 0) <> coalesce(s.n, 0) or q.mentions < 0`,
  );
  return rows;
}

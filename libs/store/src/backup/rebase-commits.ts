import type { PoolClient } from 'pg';

/**
 * Transaction numbers belong to the PostgreSQL that gave them; in another one they lie in the future, where stages
 * would never look, or between its own. So the log of commits is numbered anew, before everything that will come, in
 * the order it had, and the stages stand where they stood in it.
 */
export async function rebaseCommits(client: PoolClient): Promise<void> {
  await client.query(`
    create temporary table commit_order on commit drop as
      select b.*, row_number() over (order by b.xid, b.id) as place from intake_batch b;
    update stage_offset o set xid = '1', id = (
      select count(*) from commit_order c where (c.xid, c.id) <= (o.xid, o.id));
    truncate intake_batch;
    insert into intake_batch (xid, id, space_id, first_id, last_id, replaced, topics, committed_at)
      select '1', place, space_id, first_id, last_id, replaced, topics, committed_at from commit_order`);
}

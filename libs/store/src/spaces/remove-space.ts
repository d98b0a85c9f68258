import type { Tx } from '../tx.js';

/**
 * Removes everything that hangs off a space of its own. Rows of the consoles' log keep their number, so that nobody
 * sees a gap, and lose their content.
 */
export async function removeSpace(spaceId: number, tx: Tx): Promise<void> {
  await tx.query(
    `create temporary table leaving on commit drop as
     select id from mention where space_id = ${Number(spaceId)}`,
  );
  for (const table of ['judgement', 'mention_search', 'repost', 'hit', 'mention_key']) {
    await tx.query(`delete from ${table} t using leaving l where t.mention_id = l.id`);
  }
  const topics = 'select id from topic where space_id = $1';
  const sources = 'select id from source where space_id = $1';
  await tx.query('delete from mention where space_id = $1', [spaceId]);
  await tx.query(`delete from author where source_id in (${sources})`, [spaceId]);
  await tx.query(`delete from topic_minute where topic_id in (${topics})`, [spaceId]);
  await tx.query(
    'delete from quiet_minute where mute_id in (select id from mute where space_id = $1)',
    [spaceId],
  );
  await tx.query('delete from intake_batch where space_id = $1', [spaceId]);
  await tx.query(
    `update live_log set body = jsonb_build_object('type', 'topics', 'spaceId', $1::int)
     where (body -> 'alert' ->> 'spaceId')::int = $1`,
    [spaceId],
  );
  await tx.query(
    `update live_log set body = jsonb_build_object('type', 'topics', 'spaceId', $1::int)
     where body ->> 'type' = 'incident'
       and (body ->> 'incidentId')::int in (select id from incident where space_id = $1)`,
    [spaceId],
  );
  // A journal is append-only; only with the whole space of a drill or a replay it may go.
  await tx.query(`set local sturmwarte.remove_space = 'yes'`);
  // Topics, sources, tokens, alerts, incidents and snapshots go with it.
  await tx.query('delete from space where id = $1', [spaceId]);
  await tx.query(`set local sturmwarte.remove_space = 'no'`);
}

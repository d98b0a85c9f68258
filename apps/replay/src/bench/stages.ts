import { setTimeout as sleep } from 'node:timers/promises';
import type { Stand } from './stand.js';

/** The last place there can be: a stage that stands there finds nothing to do. */
const BEYOND = '9223372036854775807';

/**
 * Lets the index for full-text search rest, or takes it up again with what comes from now on. A stage reads its place
 * before every step, so this needs no restart. Only for databases of measurements.
 */
export async function switchSearch({ db }: Stand, on: boolean): Promise<void> {
  await db.pool.query(
    `insert into stage_offset (stage, xid, id) values ('search-index', $1::xid8, $2::bigint)
     on conflict (stage) do update set xid = excluded.xid, id = excluded.id`,
    on ? ['0', '0'] : [BEYOND, BEYOND],
  );
}

/** Makes the stages forget what waits for them, so that one turn does not pay for another. */
export async function forgetBacklog({ db }: Stand): Promise<void> {
  await db.pool.query('truncate intake_batch');
}

/** Seconds until so many mentions can be found by their words; null when that takes longer than the patience. */
export async function untilSearchable(
  { db }: Stand,
  mentions: number,
  patienceSeconds: number,
): Promise<number | null> {
  const started = performance.now();
  for (;;) {
    const seconds = (performance.now() - started) / 1_000;
    const { rows } = await db.pool.query<{ n: string }>('select count(*) as n from mention_search');
    if (Number(rows[0]?.n) === mentions) return seconds;
    if (seconds > patienceSeconds) return null;
    await sleep(250);
  }
}

import type { Database } from '../database.js';
import { dayOf } from './mention-id.js';

const DAY_MS = 86_400_000;

/**
 * From when on (ms) all is still stored that a brand's sources brought to a space; what was received before, retention
 * has taken from some of them. Null: nothing has been taken.
 */
export async function wholeSince(
  db: Database,
  { spaceId, brandId }: { readonly spaceId: number; readonly brandId: number },
  nowMs: number,
): Promise<number | null> {
  const { rows } = await db.pool.query<{ day: number | null }>(
    `select max($3::int - s.retention_days) as day from source s
     where s.space_id = $1 and (s.brand_id is null or s.brand_id = $2)
       and exists (select from source_hour h where h.source_id = s.id and h.accepted > 0
         and h.hour < to_timestamp(0) + ($3::int - s.retention_days) * interval '1 day')`,
    [spaceId, brandId, dayOf(nowMs)],
  );
  const day = rows[0]?.day ?? null;
  return day === null ? null : day * DAY_MS;
}

import type { SourceHealth } from '@sturmwarte/contracts';
import {
  silenceLimitMinutes,
  sourceState,
  usualGapMinutes,
  type HeardHour,
  type Source,
} from '@sturmwarte/domain';
import type { Database } from '../database.js';

/** What the record says about a source's being heard. Times in milliseconds since the epoch. */
export interface Hearing {
  readonly lastHeardMs: number | null;
  readonly usualGapMinutes: number | null;
  /** Mean pause in the hour it was last heard in; null when that was too little to tell. */
  readonly paceMinutes: number | null;
  readonly acceptedToday: number;
  readonly rejectedToday: number;
}

const UNHEARD: Hearing = {
  lastHeardMs: null,
  usualGapMinutes: null,
  paceMinutes: null,
  acceptedToday: 0,
  rejectedToday: 0,
};
const RHYTHM_DAYS = 28;
const DAY_MS = 86_400_000;
/** Fewer mentions in an hour have no pace. */
const PACE_MENTIONS = 10;

/** Reads how sources were heard, from their hourly counts. */
export async function readHearing(
  db: Database,
  sourceIds: readonly number[],
  nowMs: number,
): Promise<ReadonlyMap<number, Hearing>> {
  const rows: HourRow[] = await db.dataSource.query(
    `select source_id, hour, accepted, rejected, first_at, last_at, longest_gap
     from source_hour where source_id = any($1) and hour >= $2 order by source_id, hour`,
    [sourceIds, new Date(nowMs - RHYTHM_DAYS * DAY_MS)],
  );
  const older: { source_id: number; last_at: Date }[] = await db.dataSource.query(
    `select source_id, max(last_at) as last_at from source_hour
     where source_id = any($1) and hour < $2 and last_at is not null group by source_id`,
    [sourceIds, new Date(nowMs - RHYTHM_DAYS * DAY_MS)],
  );
  const earlier = new Map(older.map((row) => [row.source_id, row.last_at.getTime()]));
  return new Map(
    sourceIds.map((id) => [
      id,
      hearingOf(
        rows.filter((row) => row.source_id === id),
        earlier.get(id) ?? null,
        nowMs,
      ),
    ]),
  );
}

/** The health people see, judged by the same rule everywhere. */
export function healthOf(source: Source, heard: Hearing | undefined, nowMs: number): SourceHealth {
  const { lastHeardMs, acceptedToday, rejectedToday, ...rhythm } = heard ?? UNHEARD;
  const state = sourceState(source, lastHeardMs, rhythm, nowMs);
  return {
    state,
    lastMentionAt: lastHeardMs === null ? null : new Date(lastHeardMs).toISOString(),
    silentMinutes:
      state === 'silent' && lastHeardMs !== null
        ? Math.floor((nowMs - lastHeardMs) / 60_000)
        : null,
    silenceLimitMinutes: silenceLimitMinutes(source, rhythm),
    acceptedToday,
    rejectedToday,
  };
}

interface HourRow {
  readonly source_id: number;
  readonly hour: Date;
  readonly accepted: string;
  readonly rejected: string;
  readonly first_at: Date | null;
  readonly last_at: Date | null;
  readonly longest_gap: number;
}

function hearingOf(rows: readonly HourRow[], earlierMs: number | null, nowMs: number): Hearing {
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const hours: HeardHour[] = [];
  let acceptedToday = 0;
  let rejectedToday = 0;
  for (const row of rows) {
    if (row.hour.getTime() >= today) {
      acceptedToday += Number(row.accepted);
      rejectedToday += Number(row.rejected);
    }
    if (row.first_at === null || row.last_at === null) continue;
    hours.push({
      firstMs: row.first_at.getTime(),
      lastMs: row.last_at.getTime(),
      longestGapSeconds: row.longest_gap,
    });
  }
  return {
    paceMinutes: paceOf(rows.findLast((row) => row.last_at !== null)),
    lastHeardMs: hours.at(-1)?.lastMs ?? earlierMs,
    usualGapMinutes: usualGapMinutes(hours, nowMs),
    acceptedToday,
    rejectedToday,
  };
}

function paceOf(row: HourRow | undefined): number | null {
  if (!row?.first_at || !row.last_at || Number(row.accepted) < PACE_MENTIONS) return null;
  return (row.last_at.getTime() - row.first_at.getTime()) / (Number(row.accepted) - 1) / 60_000;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@sturmwarte/store';
import type { Random } from '../scenario/random.js';
import type { Acknowledger } from './acknowledger.js';
import type { LiveConsole } from './live-console.js';
import type { Load } from './load.js';
import type { Storm } from './storm.js';

/** What is under way when a process is killed. `any`: chance decides. */
export const MOMENTS = [
  'any',
  'intake',
  'second-look',
  'detection',
  'acknowledgement',
  'delivery',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** Moments of a storm that breaks out when we say so. */
export const AWAITS_STORM: readonly Moment[] = ['detection', 'acknowledgement', 'delivery'];

export interface Sight {
  readonly db: Database;
  readonly load: Load;
  readonly random: Random;
  readonly storms: readonly Storm[];
  readonly consoles: readonly LiveConsole[];
  readonly onDuty: Acknowledger;
  readonly brandId: number;
}

export interface Aimed {
  readonly moment: Moment;
  /** What was seen under way a moment before the strike; null: it had passed. */
  readonly seen: string | null;
}

const PATIENCE_MS = 6_000;
const BURST = 2_000;
/** Angry mentions of each storm: one more than its rule asks for. */
const OUTBREAK = 6;

/** Looks once: a text when it is under way now, null when it was missed, undefined when it is still to come. */
type Look = (sight: Sight) => Promise<string | null | undefined>;

const LOOK: Record<Exclude<Moment, 'any'>, Look> = {
  intake: async ({ db }) => {
    const { rows } = await db.pool.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where application_name = 'sturmwarte-mentions' and backend_xid is not null and pid <> pg_backend_pid()`,
    );
    const open = rows[0]?.n ?? 0;
    return open > 0 ? `${open} writing transactions open` : undefined;
  },
  'second-look': async ({ db }) => {
    const { rows } = await db.pool.query<{ batches: number; begun: boolean }>(
      `select count(*)::int as batches from intake_batch b
       left join stage_offset o on o.stage = 'second-look'
       where (b.xid, b.id) > (coalesce(o.xid, '0'::xid8), coalesce(o.id, 0))`,
    );
    const batches = rows[0]?.batches ?? 0;
    return batches > 0 ? `${batches} batches not judged again` : undefined;
  },
  detection: async ({ db, storms }) => {
    const { rows } = await db.pool.query<{ met: number; alerts: number }>(
      `select (select count(distinct topic_id)::int from hit where topic_id = any($1)) as met,
         (select count(*)::int from alert where topic_id = any($1)) as alerts`,
      [storms.filter(({ fromMs }) => fromMs !== null).map(({ topicId }) => topicId)],
    );
    const { met = 0, alerts = 0 } = rows[0] ?? {};
    if (alerts > 0 && alerts >= met) return null;
    return met > alerts ? `${met} storms committed, ${alerts} alerts` : undefined;
  },
  acknowledgement: async ({ onDuty }) => {
    if (onDuty.underWay > 0) return `${onDuty.underWay} acknowledgements under way`;
    await sleep(1);
    return undefined;
  },
  delivery: async ({ db, consoles, brandId }) => {
    const { rows } = await db.pool.query<{ seq: string }>(
      'select seq from live_stream where stream = $1',
      [brandId],
    );
    const head = Number(rows[0]?.seq ?? 0);
    const heard = consoles.map(({ cursors }) => cursors.get(brandId) ?? 0);
    const behind = heard.some((seq) => seq < head);
    return behind ? `message ${head} written, consoles at ${heard.join(', ')}` : undefined;
  },
};

/** Brings the moment about where that is needed, and resolves when it is there. */
export async function untilMoment(moment: Moment, sight: Sight): Promise<Aimed> {
  if (moment === 'any') return { moment, seen: null };
  if (AWAITS_STORM.includes(moment)) sight.load.kindle(OUTBREAK);
  if (moment === 'second-look') sight.load.burst(BURST);
  const end = performance.now() + PATIENCE_MS;
  let waited = false;
  while (performance.now() < end) {
    const seen = await LOOK[moment](sight);
    if (seen === null) return { moment, seen };
    if (seen === undefined) continue;
    // Not always at its very beginning.
    if (waited || sight.random.next() < 0.5) return { moment, seen };
    waited = true;
    await sleep(sight.random.below(moment === 'second-look' ? 80 : 4));
  }
  return { moment, seen: null };
}

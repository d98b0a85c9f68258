import type { CountDelta, PastMinute } from '@sturmwarte/detect';
import { CLEARLY_NEGATIVE } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { DeltaSum } from '../mentions/delta-sum.js';
import { voiceOf, type VoiceColumns } from '../mentions/voice-of.js';
import type { Tx } from '../tx.js';

export interface VoicesWanted {
  readonly topicId: number;
  /** Only minutes after this one. */
  readonly after: number;
}

/** The detector hears media six hours back, everything else about two. */
const LISTENING_MINUTES = 360;

interface VoiceRow extends VoiceColumns {
  readonly topic_id: number;
  readonly minute: number;
}

/** Who, where and which outlets were clearly negative, a delta per topic and minute; the sums are left at zero. */
export async function readVoices(
  tx: Tx,
  wanted: readonly VoicesWanted[],
  minute: number,
): Promise<CountDelta[]> {
  const rows = await tx.query<VoiceRow>(
    `select h.topic_id, h.minute, m.author_key, m.channel, m.tier, m.outlet
     from unnest($1::int[], $2::int[]) w (topic_id, minute)
     join hit h on h.topic_id = w.topic_id and h.minute > w.minute and not h.backfill
       and h.mute_id is null
     join mention m on m.id = h.mention_id
     left join judgement j on j.mention_id = h.mention_id
     where coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}`,
    [
      wanted.map(({ topicId }) => topicId),
      wanted.map(({ after }) => Math.max(after, minute - LISTENING_MINUTES)),
    ],
  );
  const sum = new DeltaSum();
  for (const row of rows) hear(sum, row);
  return sum.list();
}

/** What a minute of the past is told beside its counts. */
export type HeardMinute = Pick<PastMinute, 'authors' | 'channels' | 'media'>;

/** Null: nobody clearly negative is known of that minute. */
export interface PastVoices {
  at(minute: number): HeardMinute | null;
}

const PAGE = 5_000;

/**
 * The same of one topic's past, from minute `from` (inclusive) to `to` (exclusive), by minute: as far as its mentions are
 * still stored, which counts outlive. In pages: between two of them other work gets its turn.
 */
export async function readPastVoices(
  { pool }: Database,
  topicId: number,
  from: number,
  to: number,
): Promise<PastVoices> {
  const sum = new DeltaSum();
  for (let after = '0'; ;) {
    const { rows } = await pool.query<VoiceRow & { mention_id: string }>(
      `select h.mention_id, h.topic_id, h.minute, m.author_key, m.channel, m.tier, m.outlet
       from hit h join mention m on m.id = h.mention_id left join judgement j on j.mention_id = h.mention_id
       where h.topic_id = $1 and h.mention_id > $2 and h.minute >= $3 and h.minute < $4
         and not h.backfill and h.mute_id is null
         and coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}
       order by h.mention_id limit ${PAGE}`,
      [topicId, after, from, to],
    );
    for (const row of rows) hear(sum, row);
    if (rows.length < PAGE) break;
    after = rows.at(-1)?.mention_id ?? after;
  }
  return {
    at: (minute) => {
      const [heard] = sum.of(minute);
      if (heard === undefined) return null;
      const { authors = [], channels = 0, media = [] } = heard;
      return { authors, channels, media };
    },
  };
}

function hear(sum: DeltaSum, row: VoiceRow): void {
  const count = { topicId: row.topic_id, minute: row.minute, total: 0, negative: 0, negCount: 0 };
  sum.add(count, voiceOf(row), CLEARLY_NEGATIVE);
}

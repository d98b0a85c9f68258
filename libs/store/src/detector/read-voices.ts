import type { CountDelta } from '@sturmwarte/detect';
import { CHANNELS, CLEARLY_NEGATIVE, OUTLET_TIERS } from '@sturmwarte/domain';
import { authorHashOf } from '../mentions/author-keys.js';
import { DeltaSum } from '../mentions/delta-sum.js';
import type { Tx } from '../tx.js';

export interface VoicesWanted {
  readonly topicId: number;
  /** Only minutes after this one. */
  readonly after: number;
}

/** The detector hears media six hours back, everything else about two. */
const LISTENING_MINUTES = 360;

interface VoiceRow {
  readonly topic_id: number;
  readonly minute: number;
  readonly author_key: string | null;
  readonly channel: number;
  readonly tier: number;
  readonly outlet: string | null;
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
  for (const row of rows) {
    const voice = {
      author: row.author_key === null ? null : authorHashOf(row.author_key),
      channel: CHANNELS[row.channel] ?? 'other',
      tier: OUTLET_TIERS[row.tier] ?? 'none',
      outlet: row.outlet ?? undefined,
    };
    const count = { topicId: row.topic_id, minute: row.minute, total: 0, negative: 0, negCount: 0 };
    sum.add(count, voice, CLEARLY_NEGATIVE);
  }
  return sum.list();
}

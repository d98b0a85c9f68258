import type { Channel, Permille, Tone } from '@sturmwarte/domain';
import { CHANNELS } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Voice } from './delta-sum.js';
import { dayOf, firstIdOf } from './mention-id.js';
import { voiceOf, type VoiceColumns } from './voice-of.js';

/** What a watch query looks at, and how the mention counts where it is found. */
export interface StoredText {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly source: string;
  readonly lang?: string;
  readonly authorHandle?: string;
  readonly channel: Channel;
  readonly observedMs: number;
  /** Counted in this minute since 1970, by the clock of its space. */
  readonly minute: number;
  /** Older than its arrival: its minute says nothing about when it came. */
  readonly backfill: boolean;
  /** As judged at present. */
  readonly negative: Permille;
  readonly tone: Tone;
  readonly voice: Voice;
}

export interface TextScan {
  readonly spaceId: number;
  /** Mentions of its sources and of those that serve every brand. */
  readonly brandId: number;
  /** Received on this day or later. */
  readonly sinceMs: number;
  /** Counted in this minute or later. Left out: whenever. */
  readonly fromMinute?: number;
  /** Newest first; at most so many. */
  readonly limit: number;
}

interface TextRow extends VoiceColumns {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly source: string;
  readonly lang: string | null;
  readonly handle: string | null;
  readonly observed_at: Date;
  readonly minute: number;
  readonly backfill: boolean;
  readonly negative: number;
  readonly tone: number;
}

const PAGE = 2_000;

/** Stored texts of a brand, newest first, in pages: between two pages other work gets its turn. */
export async function* scanTexts(db: Database, scan: TextScan): AsyncGenerator<StoredText[]> {
  const oldest = firstIdOf(dayOf(scan.sinceMs));
  let before = '9223372036854775807';
  for (let left = scan.limit; left > 0;) {
    const { rows } = await db.pool.query<TextRow>(
      `select m.id, m.text, m.title, s.name as source, m.lang, a.handle, m.channel, m.observed_at,
         m.author_key, m.tier, m.outlet,
         m.minute, m.backfill, m.tone, coalesce(j.negative, m.negative) as negative
       from mention m join source s on s.id = m.source_id left join author a on a.key = m.author_key
         left join judgement j on j.mention_id = m.id
       where m.space_id = $1 and m.id < $2 and m.id >= $3
         and (s.brand_id is null or s.brand_id = $4) and m.minute >= $6
       order by m.id desc limit $5`,
      [scan.spaceId, before, oldest, scan.brandId, Math.min(PAGE, left), scan.fromMinute ?? 0],
    );
    if (rows.length === 0) return;
    yield rows.map(textOf);
    before = rows.at(-1)?.id ?? '0';
    left -= rows.length;
  }
}

function textOf(row: TextRow): StoredText {
  return {
    id: row.id,
    text: row.text,
    source: row.source,
    channel: CHANNELS[row.channel] ?? 'other',
    observedMs: row.observed_at.getTime(),
    minute: row.minute,
    backfill: row.backfill,
    negative: row.negative,
    tone: row.tone,
    voice: voiceOf(row),
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.lang === null ? {} : { lang: row.lang }),
    ...(row.handle === null ? {} : { authorHandle: row.handle }),
  };
}

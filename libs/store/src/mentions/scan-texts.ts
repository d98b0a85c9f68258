import type { Channel } from '@sturmwarte/domain';
import { CHANNELS } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { dayOf, firstIdOf } from './mention-id.js';

/** What a watch query looks at. */
export interface StoredText {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly source: string;
  readonly lang?: string;
  readonly authorHandle?: string;
  readonly channel: Channel;
  readonly observedMs: number;
}

export interface TextScan {
  readonly spaceId: number;
  /** Mentions of its sources and of those that serve every brand. */
  readonly brandId: number;
  /** Received on this day or later. */
  readonly sinceMs: number;
  /** Newest first; at most so many. */
  readonly limit: number;
}

interface TextRow {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly source: string;
  readonly lang: string | null;
  readonly handle: string | null;
  readonly channel: number;
  readonly observed_at: Date;
}

const PAGE = 2_000;

/** Stored texts of a brand, newest first, in pages: between two pages other work gets its turn. */
export async function* scanTexts(db: Database, scan: TextScan): AsyncGenerator<StoredText[]> {
  const oldest = firstIdOf(dayOf(scan.sinceMs));
  let before = '9223372036854775807';
  for (let left = scan.limit; left > 0;) {
    const { rows } = await db.pool.query<TextRow>(
      `select m.id, m.text, m.title, s.name as source, m.lang, a.handle, m.channel, m.observed_at
       from mention m join source s on s.id = m.source_id left join author a on a.key = m.author_key
       where m.space_id = $1 and m.id < $2 and m.id >= $3
         and (s.brand_id is null or s.brand_id = $4)
       order by m.id desc limit $5`,
      [scan.spaceId, before, oldest, scan.brandId, Math.min(PAGE, left)],
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
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.lang === null ? {} : { lang: row.lang }),
    ...(row.handle === null ? {} : { authorHandle: row.handle }),
  };
}

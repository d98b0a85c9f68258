import { CLEARLY_NEGATIVE } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { sinceId, type EvidenceSpan } from './evidence-span.js';

/** Clear criticism on one channel, of one outlet (null: none), since a moment. */
export interface CourseRow {
  readonly channel: number;
  readonly tier: number;
  readonly outlet: string | null;
  readonly mentions: number;
  readonly minute: number;
  readonly mentionId: string;
}

/** Reads where and in which outlets criticism turned up, and when first. */
export class CourseReader {
  constructor(private readonly db: Database) {}

  /** Of the newest `limit` mentions counted in the minute or later, back-fills left out. */
  async since(span: EvidenceSpan, limit: number): Promise<CourseRow[]> {
    const { rows } = await this.db.pool.query<CourseRow>(
      `select m.channel, m.tier, m.outlet, count(*)::int as mentions, min(h.minute) as minute,
         (array_agg(h.mention_id order by h.minute, h.mention_id))[1]::text as "mentionId"
       from (select mention_id, minute from hit h
             where h.topic_id = $1 and h.minute >= $2 and not h.backfill and h.mute_id is null
               and h.mention_id >= $3
             order by mention_id desc limit $4) h
       join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id
       where coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}
       group by m.channel, m.tier, m.outlet`,
      [span.topicId, span.minute, sinceId(span), limit],
    );
    return rows;
  }
}

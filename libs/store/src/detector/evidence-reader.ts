import { CLEARLY_NEGATIVE } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { dayOf, firstIdOf } from '../mentions/mention-id.js';
import type { EvidenceRow } from './detector-rows.js';

export interface EvidenceSpan {
  readonly topicId: number;
  /** Minute since the epoch the span begins or ends with, by the clock of the topic's space. */
  readonly minute: number;
  /** Mentions received on earlier days (milliseconds, the server's clock) are not looked for; null: all of them. */
  readonly receivedSinceMs: number | null;
}

/** Reads the mentions behind an alert, back-fills left out. */
export class EvidenceReader {
  constructor(private readonly db: Database) {}

  /** Mentions counted after the minute, newest first. */
  async since(span: EvidenceSpan, limit: number): Promise<EvidenceRow[]> {
    return this.rows('h.minute > $2', span, limit);
  }

  /** Texts of mentions counted before the minute, newest first: what is usually said. */
  async textsBefore(span: EvidenceSpan, limit: number): Promise<string[]> {
    const rows = await this.rows('h.minute < $2', span, limit);
    return rows.map(({ title, text }) => (title === null ? text : `${title}\n${text}`));
  }

  /** The first clearly negative mention counted in the minute or later. */
  async firstNegative(span: EvidenceSpan): Promise<string | null> {
    const { rows } = await this.db.pool.query<{ id: string }>(
      `select h.mention_id as id
       from hit h
       join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id
       where h.topic_id = $1 and h.minute >= $2 and not h.backfill and h.mention_id >= $3
         and coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}
       order by h.minute, h.mention_id limit 1`,
      [span.topicId, span.minute, sinceId(span)],
    );
    return rows[0]?.id ?? null;
  }

  private async rows(where: string, span: EvidenceSpan, limit: number): Promise<EvidenceRow[]> {
    const { rows } = await this.db.pool.query<EvidenceRow>(
      `select h.mention_id as id, m.text, m.title, m.channel, m.tier, m.author_key as "authorKey",
         m.followers, m.repost_of is not null as repost, h.minute,
         coalesce(j.negative, m.negative) as negative
       from (select mention_id, minute from hit h
             where h.topic_id = $1 and ${where} and not h.backfill and h.mention_id >= $3
             order by mention_id desc limit $4) h
       join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id
       order by h.mention_id desc`,
      [span.topicId, span.minute, sinceId(span), limit],
    );
    return rows;
  }
}

function sinceId({ receivedSinceMs }: EvidenceSpan): number {
  return receivedSinceMs === null ? 0 : firstIdOf(dayOf(receivedSinceMs));
}

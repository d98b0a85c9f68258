import { CLEARLY_NEGATIVE, MENTION_KINDS } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { mentionKey } from '../mentions/mention-key.js';
import type { EvidenceRow } from './detector-rows.js';
import { sinceId, type EvidenceSpan } from './evidence-span.js';

/** A post somewhere, by the name its source gave it. */
export interface PostName {
  readonly sourceId: number;
  readonly externalId: string;
}

const REPOST = MENTION_KINDS.indexOf('repost');

/** Reads the mentions behind an alert; back-fills and what mutes keep quiet are left out. */
export class EvidenceReader {
  constructor(private readonly db: Database) {}

  /** Mentions counted after the minute, newest first. */
  async since(span: EvidenceSpan, limit: number): Promise<EvidenceRow[]> {
    return this.rows('h.minute > $2', span, limit);
  }

  /** Mentions counted before the minute, newest first: what is usually said. */
  async before(span: EvidenceSpan, limit: number): Promise<EvidenceRow[]> {
    return this.rows('h.minute < $2', span, limit);
  }

  /** Hashes of those who spoke in the newest so many mentions counted before the minute; back-fills tell of them too. */
  async authorsBefore(span: EvidenceSpan, limit: number): Promise<ReadonlySet<number>> {
    const { rows } = await this.db.pool.query<{ hash: number }>(
      // As `authorHashOf` has it: thousands of wide numbers would take a while to read here.
      `select distinct (m.author_key >> 32)::int as hash
       from (select mention_id from hit h where h.topic_id = $1 and h.minute < $2 and h.mention_id >= $3
             order by mention_id desc limit $4) h
       join mention m on m.id = h.mention_id where m.author_key is not null`,
      [span.topicId, span.minute, sinceId(span), limit],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  /** The mentions these posts are, where they are stored; by `nameOfPost`. */
  async mentionsNamed(posts: readonly PostName[]): Promise<ReadonlyMap<string, string>> {
    if (posts.length === 0) return new Map();
    const names = new Map(
      posts.map((post) => [mentionKey(post.sourceId, post.externalId), nameOfPost(post)]),
    );
    const { rows } = await this.db.pool.query<{ key: string; id: string }>(
      `select replace(k.key::text, '-', '') as key, m.id from mention_key k
       join mention m on m.id = k.mention_id where k.key = any($1::uuid[]) and not k.deleted`,
      [[...names.keys()]],
    );
    return new Map(rows.map(({ key, id }) => [names.get(key) ?? '', id]));
  }

  /** The first clearly negative mention counted in the minute or later. */
  async firstNegative(span: EvidenceSpan): Promise<string | null> {
    const { rows } = await this.db.pool.query<{ id: string }>(
      `select h.mention_id as id
       from hit h
       join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id
       where h.topic_id = $1 and h.minute >= $2 and not h.backfill and h.mute_id is null and h.mention_id >= $3
         and coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}
       order by h.minute, h.mention_id limit 1`,
      [span.topicId, span.minute, sinceId(span)],
    );
    return rows[0]?.id ?? null;
  }

  private async rows(where: string, span: EvidenceSpan, limit: number): Promise<EvidenceRow[]> {
    const { rows } = await this.db.pool.query<EvidenceRow>(
      `select h.mention_id as id, m.text, m.title, m.channel, m.tier, m.author_key as "authorKey",
         m.followers, m.outlet, m.source_id as "sourceId", m.external_id as "externalId",
         (m.repost_of is not null or m.kind = ${REPOST}) as repost, m.repost_of as "repostOf",
         case when m.repost_of is null then coalesce(m.root, m.parent) end as thread,
         coalesce(m.metrics ->> 'reach', m.metrics ->> 'views')::float8 as reach,
         h.minute, coalesce(j.negative, m.negative) as negative
       from (select mention_id, minute from hit h
             where h.topic_id = $1 and ${where} and not h.backfill and h.mute_id is null and h.mention_id >= $3
             order by mention_id desc limit $4) h
       join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id
       order by h.mention_id desc`,
      [span.topicId, span.minute, sinceId(span), limit],
    );
    return rows;
  }
}

/** One string for a post, to find it by. */
export function nameOfPost({ sourceId, externalId }: PostName): string {
  return `${sourceId}:${externalId}`;
}

import { CLEARLY_NEGATIVE, type KeptQuiet, type MutedCrowd } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { dayOf, firstIdOf } from '../mentions/mention-id.js';
import { keysOfPseudonym } from '../mentions/pseudonym.js';
import { ALL_TOPICS } from '../mentions/quiet-sum.js';

/** Enough to know a crowd. */
const MOST_OF_CROWD = 2_000;

/** How many mentions a mute kept from counting. */
export interface QuietCount {
  readonly mentions: number;
  /** Of those, counted after the minute that was asked for. */
  readonly lately: number;
}

/** Mentions that mutes of sources, authors and copies keep from counting, read. `MentionWriter` writes them. */
export class QuietMentionsRepository {
  constructor(private readonly db: Database) {}

  async counts(
    muteIds: readonly number[],
    minute: number,
  ): Promise<ReadonlyMap<number, QuietCount>> {
    const { rows } = await this.db.pool.query<QuietCount & { mute: number }>(
      `select mute_id as mute, sum(mentions)::int as mentions,
         coalesce(sum(mentions) filter (where minute > $2), 0)::int as lately
       from quiet_minute where mute_id = any($1::int[]) and topic_id = ${ALL_TOPICS} group by 1`,
      [muteIds, minute],
    );
    return new Map(rows.map(({ mute, mentions, lately }) => [mute, { mentions, lately }]));
  }

  /** Clear criticism among the newest a mute kept from counting after the minute; received yesterday or today. */
  async crowd(muteId: number, minute: number, receivedMs: number): Promise<MutedCrowd> {
    const { rows } = await this.db.pool.query<MutedCrowd>(
      `select count(*)::int as negatives, count(distinct coalesce(m.author_key, m.id))::int as authors
       from (select distinct mention_id from hit where mute_id = $1 and mention_id >= $3 and minute > $2
             order by mention_id desc limit ${MOST_OF_CROWD}) h
       join mention m on m.id = h.mention_id left join judgement j on j.mention_id = h.mention_id
       where coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}`,
      [muteId, minute, firstIdOf(dayOf(receivedMs) - 1)],
    );
    return rows[0] ?? { negatives: 0, authors: 0 };
  }

  /** Ids of the newest that are stored. */
  async newest(muteId: number, limit: number): Promise<string[]> {
    const { rows } = await this.db.pool.query<{ id: string }>(
      `select distinct mention_id as id from hit where mute_id = $1 order by mention_id desc limit $2`,
      [muteId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** What was kept from counting for a topic after the minute; null: nothing. */
  async ofTopic(topicId: number, minute: number): Promise<KeptQuiet | null> {
    const { rows } = await this.db.pool.query<{ mute: number; mentions: number }>(
      `select mute_id as mute, sum(mentions)::int as mentions from quiet_minute
       where topic_id = $1 and minute > $2 group by 1 having sum(mentions) > 0 order by 2 desc, 1`,
      [topicId, minute],
    );
    if (rows.length === 0) return null;
    const mentions = rows.reduce((sum, row) => sum + row.mentions, 0);
    return { mentions, muteIds: rows.map(({ mute }) => mute) };
  }

  /** Has anybody of this pseudonym ever spoken? */
  async knowsAuthor(pseudonym: string): Promise<boolean> {
    const keys = keysOfPseudonym(pseudonym);
    if (keys === null) return false;
    const { rows } = await this.db.pool.query<{ known: boolean }>(
      `select exists (select from author where key between $1 and $2)
         or exists (select from author_news where key between $1 and $2) as known`,
      [keys.from.toString(), keys.to.toString()],
    );
    return rows[0]?.known === true;
  }
}

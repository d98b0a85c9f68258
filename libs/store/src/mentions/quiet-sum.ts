import type { PoolClient } from 'pg';

/** Under this topic a mute counts its mentions, each once. */
export const ALL_TOPICS = 0;

interface Sum {
  readonly muteId: number;
  readonly topicId: number;
  readonly minute: number;
  mentions: number;
}

/** Adds up what mutes kept from counting. Nothing is made before the first of them. */
export class QuietSum {
  private sums: Map<string, Sum> | null = null;

  /** One mention comes (1) or goes (-1) with the topics that do not count it. */
  add(
    quiet: Iterable<readonly [topicId: number, muteId: number]>,
    minute: number,
    one: 1 | -1,
  ): void {
    const mutes = new Set<number>();
    for (const [topicId, muteId] of quiet) {
      mutes.add(muteId);
      this.count(muteId, topicId, minute, one);
    }
    for (const muteId of mutes) this.count(muteId, ALL_TOPICS, minute, one);
  }

  /** In the one order in which everybody locks the rows. */
  async write(client: PoolClient): Promise<void> {
    const sums = [...(this.sums?.values() ?? [])]
      .filter(({ mentions }) => mentions !== 0)
      .sort((a, b) => a.muteId - b.muteId || a.topicId - b.topicId || a.minute - b.minute);
    if (sums.length === 0) return;
    await client.query(
      `insert into quiet_minute as q (mute_id, topic_id, minute, mentions)
       select * from unnest($1::int[], $2::int[], $3::int[], $4::int[])
       on conflict (mute_id, topic_id, minute) do update set mentions = q.mentions + excluded.mentions`,
      [
        sums.map(({ muteId }) => muteId),
        sums.map(({ topicId }) => topicId),
        sums.map(({ minute }) => minute),
        sums.map(({ mentions }) => mentions),
      ],
    );
  }

  private count(muteId: number, topicId: number, minute: number, one: 1 | -1): void {
    const key = `${muteId}:${topicId}:${minute}`;
    const sum = (this.sums ??= new Map<string, Sum>()).get(key);
    if (sum === undefined) this.sums.set(key, { muteId, topicId, minute, mentions: one });
    else sum.mentions += one;
  }
}

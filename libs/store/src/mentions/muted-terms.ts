import { mutedTerms, parseQuery } from '@sturmwarte/text';
import type { PoolClient } from 'pg';
import type { Pool } from './pool.js';

/**
 * Words that must not count as feeling in a mention: those of the queries it hit, and the names of their brands (a
 * topic about "Skandal" is not negative by its name).
 */
export class MutedTerms {
  private readonly ofTopic = new Map<number, readonly string[]>();

  constructor(private readonly db: Pool | PoolClient) {}

  async load(topicIds: Iterable<number>): Promise<void> {
    const unknown = [...new Set(topicIds)].filter((id) => !this.ofTopic.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) this.ofTopic.set(id, []);
    const { rows } = await this.db.query<{ id: number; query: string; brand: string }>(
      `select t.id, t.query, b.name as brand from topic t join brand b on b.id = t.brand_id
       where t.id = any($1::int[])`,
      [unknown],
    );
    for (const { id, query, brand } of rows) {
      const parsed = parseQuery(query);
      this.ofTopic.set(id, [...(parsed.ok ? mutedTerms(parsed.query) : []), brand]);
    }
  }

  /** Of topics that were loaded. */
  of(topicIds: readonly number[]): string[] {
    return [...new Set(topicIds.flatMap((id) => this.ofTopic.get(id) ?? []))];
  }
}

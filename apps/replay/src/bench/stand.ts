import { createHash, randomBytes } from 'node:crypto';
import {
  BrandRepository,
  countMentions,
  emptyMentions,
  openDatabase,
  SourceRepository,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import { topicQuery } from './corpus.js';
import type { MentionTable } from './mention-table.js';

export interface Stand {
  readonly db: Database;
  readonly url: string;
  readonly sourceId: number;
  readonly token: string;
  readonly table: MentionTable;
  close(): Promise<void>;
}

const TOPICS_AT_ONCE = 500;
const DEADLOCK = '40P01';
const EMPTY_TRIES = 5;

/** Furnishes an empty database with one source and many topics. */
export async function makeStand(url: string, topics: number): Promise<Stand> {
  const db = await openDatabase(url);
  await db.migrate();
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  const { brandId, sourceId } = await db.transaction(async (tx) => {
    const brand = await new BrandRepository(db).create('Messung', tx);
    const sources = new SourceRepository(db);
    const source = await sources.create(
      {
        spaceId: 1,
        brandId: null,
        name: 'measurement',
        active: true,
        retentionDays: 90,
        silentAfterMinutes: null,
      },
      tx,
    );
    await sources.addToken(source.id, { hash, hint: 'bench' }, tx);
    return { brandId: brand.id, sourceId: source.id };
  });
  await addTopics(db, brandId, topics);
  return {
    db,
    url,
    sourceId,
    token,
    table: { empty: () => emptyInTheEnd(db), count: () => countMentions(db.pool) },
    close: () => db.close(),
  };
}

async function addTopics(db: Database, brandId: number, count: number): Promise<void> {
  const topics = new TopicRepository(db);
  for (let from = 0; from < count; from += TOPICS_AT_ONCE) {
    await db.transaction(async (tx) => {
      for (let n = from; n < Math.min(from + TOPICS_AT_ONCE, count); n++) {
        const name = `Thema ${n}`;
        const query = topicQuery(n);
        await topics.create(
          { spaceId: 1, brandId, name, kind: 'company', query, rules: [], active: true },
          tx,
        );
      }
    });
  }
}

/** Emptying everything at once may cross the work of a running stage; PostgreSQL then asks one of them to try again. */
async function emptyInTheEnd(db: Database): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await emptyMentions(db.pool);
    } catch (error) {
      const crossed = (error as { code?: string }).code === DEADLOCK;
      if (!crossed || tries === EMPTY_TRIES) throw error;
    }
  }
}

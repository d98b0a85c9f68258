import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BrandRepository,
  openDatabase,
  SourceRepository,
  startEmbeddedPostgres,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import { topicQuery } from './corpus.js';

export interface Stand {
  readonly db: Database;
  readonly url: string;
  readonly sourceId: number;
  readonly token: string;
  remove(): Promise<void>;
}

const TOPICS_AT_ONCE = 500;

/** A database of its own with one source and many topics. */
export async function makeStand(databaseUrl: string | null, topics: number): Promise<Stand> {
  const server = databaseUrl === null ? await embedded() : await ownDatabase(databaseUrl);
  const db = await openDatabase(server.url);
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
    url: server.url,
    sourceId,
    token,
    async remove() {
      await db.close();
      await server.remove();
    },
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

interface Server {
  readonly url: string;
  remove(): Promise<void>;
}

async function embedded(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'sturmwarte-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  return {
    url: server.url,
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ownDatabase(databaseUrl: string): Promise<Server> {
  const admin = await openDatabase(databaseUrl);
  const name = `sturmwarte_bench_${randomBytes(4).toString('hex')}`;
  await admin.dataSource.query(`create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async remove() {
      await admin.dataSource.query(`drop database if exists ${name} (force)`);
      await admin.close();
    },
  };
}

// What most people would write first: express, zod and `repository.save`, acknowledged after it. It looks at nothing:
// no topics, no polarity, no counters. Measured beside ours, never part of the product.
import express from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { NaiveMention } from './naive-mention.js';

const mentionSchema = z.object({
  externalId: z.string().min(1).max(300),
  channel: z.string().max(40),
  url: z.string().max(2_000).optional(),
  author: z.object({
    id: z.string().max(300),
    handle: z.string().max(300).optional(),
    followers: z.int().min(0).optional(),
  }),
  text: z.string().min(1).max(50_000),
  lang: z.string().max(10).optional(),
  publishedAt: z.iso.datetime({ offset: true }),
});
const bodySchema = z.union([z.array(mentionSchema), mentionSchema]);

const dataSource = await new DataSource({
  type: 'postgres',
  url: process.env['DATABASE_URL'] ?? '',
  entities: [NaiveMention],
  synchronize: true,
  poolSize: 10,
}).initialize();
const repository = dataSource.getRepository(NaiveMention);

const app = express();
app.use(express.json({ limit: '10mb' }));
app.get('/health', (_request, response) => void response.json({ ok: true }));
app.post('/api/v1/mentions', async (request, response) => {
  const body = bodySchema.parse(request.body);
  const now = new Date();
  const saved = await repository.save(
    (Array.isArray(body) ? body : [body]).map(({ author, ...mention }) => ({
      ...mention,
      space: 1,
      source: 1,
      url: mention.url ?? null,
      author: author.id,
      followers: author.followers ?? null,
      lang: mention.lang ?? null,
      publishedAt: new Date(mention.publishedAt),
      observedAt: now,
      receivedAt: now,
      minute: Math.floor(now.getTime() / 60_000),
      backfill: false,
      version: '0',
      topics: [],
      negative: 300,
    })),
  );
  response.json({ stored: saved.length, duplicates: 0 });
});
const server = app.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void dataSource.destroy());
});

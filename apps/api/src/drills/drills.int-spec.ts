import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { BrandRepository, SpaceRepository } from '@sturmwarte/store';
import { startTestApp, type TestApp, type TestVisitor } from '../testing/index.js';
import { DrillPlayers } from './drill-players.js';

let app: TestApp;
let brandId: number;
let lead: TestVisitor;

beforeAll(async () => {
  app = await startTestApp();
  brandId = await brand('Nordlicht');
  lead = await app.signedIn('Behrens', [{ role: 'lead', brandId }]);
}, 30_000);
afterAll(() => app.close());

async function brand(name: string): Promise<number> {
  const { id } = await app.db.transaction((tx) => new BrandRepository(app.db).create(name, tx));
  return id;
}

async function storedMentions(spaceId: number): Promise<number> {
  const rows: { n: number }[] = await app.db.dataSource.query(
    'select count(*)::int as n from mention where space_id = $1',
    [spaceId],
  );
  return rows[0]?.n ?? 0;
}

describe('a drill', () => {
  let spaceId: number;

  it('is not for everybody', async () => {
    const service = await app.signedIn('Petersen', [{ role: 'service', brandId }]);
    expect((await service.post('/api/v1/drills/demo', { brandId })).status).toBe(403);
    const elsewhere = await app.signedIn('Fremd', [
      { role: 'lead', brandId: await brand('Fremd') },
    ]);
    expect((await elsewhere.post('/api/v1/drills/demo', { brandId })).status).toBe(403);
  });

  it('starts in a space of its own, and nobody is shown its token', async () => {
    const { status, body } = await lead.post('/api/v1/drills/demo', { brandId });
    expect(status).toBe(201);
    expect(body).toEqual({
      space: expect.objectContaining({ kind: 'drill', brandId, name: 'Akku Nordlicht' }),
      sourceId: expect.any(Number),
    });
    spaceId = (body as { space: { id: number } }).space.id;
  });

  it('is one at a time for a brand', async () => {
    const { status, body } = await lead.post('/api/v1/drills/demo', { brandId });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'drill-running' });
  });

  it('sends its mentions through the intake like any other source', async () => {
    while ((await storedMentions(spaceId)) < 20) await wait(50);
  }, 120_000);

  it('ends when the server stops', async () => {
    const { nest, db } = app;
    await nest.get(DrillPlayers, { strict: false }).onModuleDestroy();
    expect((await new SpaceRepository(db).find(spaceId)).endedAt).not.toBeNull();
  }, 30_000);
});

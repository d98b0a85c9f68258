import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDispatch, FREE, MailHouse, Newsroom } from '@sturmwarte/connectors/testing';
import { OUTLET_CHANNELS } from '@sturmwarte/domain';
import { ExitRepository, SandboxRepository, type OutboxRow } from '@sturmwarte/store';
import fc from 'fast-check';
import { PublishingHouse } from '../testing/index.js';
import { Leave } from './leave.js';

describe('the door through which everything leaves', () => {
  let house: PublishingHouse;
  let newsroom: Newsroom;
  let mails: MailHouse;
  let exits: readonly number[];
  /** The live space, a drill and a replay, each with an incident. */
  let places: readonly { readonly spaceId: number; readonly incidentId: number }[];

  beforeAll(async () => {
    [house, newsroom, mails] = await Promise.all([
      PublishingHouse.start(),
      Newsroom.open(),
      MailHouse.open(),
    ]);
    const web = await house.newsroomExit(newsroom);
    exits = [web, await house.pressExit(mails, ['anna@zeitung.example'])];
    const drill = await house.drill('2026-03-01T10:00:00Z');
    const replay = await house.drill('2026-03-01T10:00:00Z');
    await house.server.db.pool.query(`update space set kind = 'replay' where id = $1`, [replay]);
    const found = [];
    for (const spaceId of [1, drill, replay]) {
      found.push({ spaceId, incidentId: await house.incident(spaceId) });
    }
    places = found;
  }, 120_000);
  afterAll(() => Promise.all([house.close(), newsroom.close(), mails.close()]));

  let entry = 1_000;
  beforeEach(() => {
    entry += 1_000;
  });
  const out = () => newsroom.connections + mails.connections;

  it('lets no byte of a drill or a replay out, whatever is given to it', async () => {
    const leave = house.server.nest.get(Leave);
    const stored = new ExitRepository(house.server.db);
    const sandbox = new SandboxRepository(house.server.db);
    const before = out();
    let sent = 0;
    const drawn = fc.record({
      place: fc.constantFrom(1, 2),
      exit: fc.constantFrom(0, 1),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
      channel: fc.constantFrom(...OUTLET_CHANNELS),
      corrects: fc.option(fc.uuid(), { nil: null }),
      test: fc.boolean(),
      lookToo: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ place, exit, text, channel, corrects, test, lookToo }) => {
        if (text.includes('\0')) return;
        const where = places[place]!;
        const dispatch = aDispatch({ text, channel, corrects, test });
        const row = rowOf(where, ++entry, dispatch.key);
        const chosen = await stored.find(exits[exit]!);
        const outcome = await leave.send(row, chosen, dispatch, FREE);
        expect(outcome).toMatchObject({ kind: 'confirmed' });
        if (lookToo) {
          expect(await leave.readBack(row, chosen, FREE.signal)).toMatchObject({ kind: 'found' });
        }
        expect(await sandbox.has(where.incidentId, entry)).toBe(true);
        expect(out()).toBe(before);
        sent++;
      }),
      { numRuns: Number(process.env['DRILL_RUNS'] ?? 200) },
    );
    expect(sent).toBeGreaterThan(50);
    expect(await sandbox.list('all', { limit: 100 })).not.toEqual([]);
  }, 120_000);

  it('lets out what is real, and puts nothing of it into the sandbox', async () => {
    const leave = house.server.nest.get(Leave);
    const dispatch = aDispatch();
    const row = rowOf(places[0]!, ++entry, dispatch.key);
    const exit = await new ExitRepository(house.server.db).find(exits[0]!);
    const before = out();
    expect(await leave.send(row, exit, dispatch, FREE)).toMatchObject({ kind: 'confirmed' });
    expect(out()).toBe(before + 1);
    expect(await new SandboxRepository(house.server.db).has(row.incidentId, entry)).toBe(false);
  });

  it('lets nothing out whose bytes are not those that were approved', async () => {
    const leave = house.server.nest.get(Leave);
    const approved = aDispatch();
    const exit = await new ExitRepository(house.server.db).find(exits[0]!);
    const before = out();
    for (const changed of [
      { ...approved, text: `${approved.text} ` },
      { ...approved, channel: 'website' as const },
      { ...approved, language: 'en' as const },
      { ...approved, attachments: [{ name: 'x', sha256: 'x', content: Buffer.from('x') }] },
    ]) {
      const row = rowOf(places[0]!, ++entry, changed.key);
      const outcome = await leave.send(row, exit, changed, FREE);
      expect(outcome).toEqual({ kind: 'refused', why: 'wording-changed' });
    }
    expect(out()).toBe(before);
  });

  function rowOf(
    { spaceId, incidentId }: { readonly spaceId: number; readonly incidentId: number },
    publication: number,
    key: string,
  ): OutboxRow {
    return {
      ...{ incidentId, entry: publication, spaceId, brandId: house.brandId, exitId: exits[0]! },
      ...{ key, state: 'sending', token: '1', looks: 0, absences: 0, unknownForMs: 0 },
    };
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decideAlertCommand, decideSighting, type Alert, type Level } from '@sturmwarte/domain';
import { anEvidence } from '@sturmwarte/domain/testing';
import { openDatabase, type Database } from '../database.js';
import { LiveLog } from '../live/index.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { AlertRepository } from './alert.repository.js';
import { recordCommand } from './record-command.js';
import { SightingRecorder, type Decision, type Owner } from './sighting-recorder.js';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const pia = { id: 1, name: 'Pia' };

describe('sightings written down', () => {
  let test: TestDatabase;
  let db: Database;
  let topic: Owner;
  let recorder: SightingRecorder;
  let minute = 0;

  beforeAll(async () => {
    test = await testDatabase();
    db = await openDatabase(test.url);
    await db.migrate();
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await test.drop();
  });
  beforeEach(async () => {
    topic = await aTopic();
    recorder = new SightingRecorder(db);
    await recorder.prepare();
  });

  async function aTopic(): Promise<Owner> {
    const { rows } = await db.pool.query<Owner>(
      `with house as (insert into brand (name) values ('brand ' || gen_random_uuid()) returning id)
       insert into topic (space_id, brand_id, name, kind, query)
       select 1, id, 'Nordwind', 'company', 'nordwind' from house
       returning id, space_id as "spaceId", brand_id as "brandId", name`,
    );
    return rows[0]!;
  }
  const seen = (level: Level, at: string) => (newest: Alert | null) =>
    decideSighting(newest, { at, level, trend: 'steady', evidence: anEvidence({ at, level }) });
  const next = (): string => new Date(NOON + minute++ * 60_000).toISOString();
  const none = () => null;
  const sight = (by: SightingRecorder, level: Level, at = next()) =>
    by.record(topic, seen(level, at), none);
  const alerts = () =>
    new AlertRepository(db).list({ spaceId: 1, brands: 'all', topicId: topic.id, limit: 50 });
  const log = () => new LiveLog(db).readAfter([{ stream: topic.brandId, seq: 0 }]);
  const acknowledge = (id: number) =>
    db.transaction((tx) =>
      recordCommand(tx, id, (alert) =>
        decideAlertCommand(alert, { type: 'acknowledge', at: next(), by: pia, note: null }),
      ),
    );
  const close = (id: number) =>
    db.transaction((tx) =>
      recordCommand(tx, id, (alert) =>
        decideAlertCommand(alert, {
          ...{ type: 'close', kind: 'all-clear', reason: null, note: null },
          ...{ at: next(), by: pia },
        }),
      ),
    );

  it('become alert, event, memory and numbered message together', async () => {
    const state = { last: 7 } as never;
    const memory = { topicId: topic.id, spaceId: 1, minute: 7, detector: 'd', state };
    const recorded = await recorder.record(topic, seen(3, next()), () => memory);
    expect(await alerts()).toEqual([recorded?.alert]);
    expect(recorded?.alert).toMatchObject({ topicName: 'Nordwind', level: 3, version: 1 });
    expect(await log()).toEqual([recorded?.message]);
    expect(recorded?.message).toMatchObject({ stream: topic.brandId, seq: 1 });
    expect(await history()).toMatchObject([{ seq: 1, type: 'raised', level: 3 }]);
    const kept = await db.pool.query('select minute, state from detector_snapshot');
    expect(kept.rows).toEqual([{ minute: 7, state: { last: 7 } }]);
  });

  const history = async () => new AlertRepository(db).history((await alerts())[0]!.id);

  it('say nothing when nothing is new, and use up no number', async () => {
    const at = next();
    await sight(recorder, 3, at);
    expect(await sight(recorder, 3, at)).toBeNull();
    expect(await log()).toHaveLength(1);
    await sight(recorder, 4);
    expect((await log()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('leave no trace when one part of them cannot be written', async () => {
    const state = { text: '\u0000' } as never;
    const memory = { topicId: topic.id, spaceId: 1, minute: 7, detector: 'd', state };
    await expect(recorder.record(topic, seen(3, next()), () => memory)).rejects.toThrow();
    expect(await alerts()).toEqual([]);
    expect(await log()).toEqual([]);
    await sight(recorder, 3);
    expect((await log()).map(({ seq }) => seq)).toEqual([1]);
  });

  it('are decided anew when a person was faster', async () => {
    const { alert } = (await sight(recorder, 3))!;
    await acknowledge(alert.id);
    const risen = await sight(recorder, 4);
    expect(risen?.alert).toMatchObject({ state: 'acknowledged', level: 4, version: 3 });
    await close(alert.id);
    expect(await sight(recorder, 4)).toBeNull();
    expect((await alerts()).map(({ state }) => state)).toEqual(['closed']);
  });

  it('wait for a person who is just deciding, and do not undo it', async () => {
    const { alert } = (await sight(recorder, 3))!;
    let rising: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await recordCommand(tx, alert.id, (now) =>
        decideAlertCommand(now, { type: 'acknowledge', at: next(), by: pia, note: null }),
      );
      rising = sight(recorder, 4);
      await waitsForLock();
    });
    await rising;
    expect(await alerts()).toMatchObject([{ state: 'acknowledged', level: 4, version: 3 }]);
    expect((await log()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  async function waitsForLock(): Promise<void> {
    for (;;) {
      const { rows } = await db.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  it('of two servers at once raise one alert', async () => {
    const other = new SightingRecorder(db);
    for (let n = 0; n < 20; n++) {
      topic = await aTopic();
      const at = next();
      const both = await Promise.all([sight(recorder, 3, at), sight(other, 3, at)]);
      expect(both.filter((recorded) => recorded !== null)).toHaveLength(1);
      expect(await alerts()).toHaveLength(1);
      expect((await log()).map(({ seq }) => seq)).toEqual([1]);
    }
  });

  it('find the alerts of before a restart, the open one first', async () => {
    const { alert } = (await sight(recorder, 3))!;
    await close(alert.id);
    minute += 7 * 60;
    await sight(recorder, 3);
    const restarted = new SightingRecorder(db);
    expect((await sight(restarted, 4))?.alert).toMatchObject({ level: 4, version: 2 });
    expect(await alerts()).toHaveLength(2);
  });

  it('of a topic that is gone are let go', async () => {
    await db.pool.query('delete from topic where id = $1', [topic.id]);
    expect(await sight(recorder, 3)).toBeNull();
  });

  it('fail loudly rather than try for ever', async () => {
    await sight(recorder, 3);
    // A second alert beside the open one is never written.
    const stubborn = (): Decision => seen(3, next())(null);
    await expect(recorder.record(topic, stubborn, none)).rejects.toThrow(/do not stand still/);
    expect(await alerts()).toHaveLength(1);
  });
});

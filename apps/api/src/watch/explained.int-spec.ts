import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '@sturmwarte/contracts';
import { isAlarm, type PlainRule } from '@sturmwarte/domain';
import { AlertRepository, TopicRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eventually,
  sendMentions,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';

const STORM: PlainRule = { id: 'storm', negatives: 20, minutes: 60, level: 5 };
const ALARM: PlainRule = { id: 'alarm', negatives: 6, minutes: 60, level: 3 };

describe('a lower alert beside a higher one of the same brand', () => {
  let app: TestApp;
  let house: WatchedTopic;
  let pr: TestVisitor;

  beforeAll(async () => {
    app = await startTestApp();
    house = await aWatchedTopic(app, 'Nordwind');
    pr = await app.signedIn('Pia', [{ role: 'pr', brandId: null }]);
    await rule(house.topicId, STORM);
    await send('Nordwind ist eine Katastrophe, nie wieder!', 25);
    expect(await alertOf(house.topicId)).toMatchObject({ level: 5, state: 'open' });
  }, 120_000);
  afterAll(() => app.close());

  const send = async (text: string, count: number) => {
    const { token } = house;
    await sendMentions({ url: app.url, token, count, text, atMs: app.clock.now() });
    await watchSettled(app);
  };
  const alertOf = async (topicId: number): Promise<AlertView | undefined> => {
    const filter = { spaceId: 1, brands: 'all', topicId, limit: 1 } as const;
    return (await new AlertRepository(app.db).list(filter))[0];
  };
  async function rule(topicId: number, one: PlainRule): Promise<void> {
    await app.db.transaction((tx) =>
      new TopicRepository(app.db).change(topicId, { rules: [one] }, tx),
    );
    app.bus.publish('topics.changed', { spaceId: 1, topicIds: [topicId] });
    await watchSettled(app);
  }
  async function aTopic(name: string, brandId = house.brandId): Promise<number> {
    const values = { spaceId: 1, brandId, name, kind: 'product', query: name } as const;
    const { id } = await app.db.transaction((tx) =>
      new TopicRepository(app.db).create({ ...values, rules: [ALARM], active: true }, tx),
    );
    app.bus.publish('topics.changed', { spaceId: 1, topicIds: [id] });
    await watchSettled(app);
    return id;
  }

  it('that says the same is on record and quiet, with the other named', async () => {
    const akku = await aTopic('Akku');
    await send('Der Akku von Nordwind ist eine Katastrophe!', 8);
    const alert = await alertOf(akku);
    expect(alert).toMatchObject({
      level: 3,
      held: { kind: 'explained', topicName: 'Nordwind', share: 1 },
    });
  });

  it('that says something else calls', async () => {
    const cable = await aTopic('Ladekabel');
    await send('Das Ladekabel ist eine Katastrophe, nie wieder!', 8);
    const alert = await alertOf(cable);
    expect(alert && isAlarm(alert)).toBe(true);
  });

  it('of another brand calls, whatever they have in common', async () => {
    const { brandId } = await aWatchedTopic(app, 'Zweitmarke');
    const other = await aTopic('Filiale', brandId);
    await send('Die Filiale von Nordwind ist eine Katastrophe!', 8);
    const alert = await alertOf(other);
    expect(alert && isAlarm(alert)).toBe(true);
  });

  it('speaks up when the higher one ends and it goes on', async () => {
    const before = (await alertOf(house.topicId))?.id;
    const [akku] = (
      await app.db.pool.query<{ id: number }>(`select id from topic where name = 'Akku'`)
    ).rows;
    expect((await alertOf(akku?.id ?? 0))?.held).toMatchObject({ alertId: before });
    await pr.post(`/api/v1/alerts/${before}/close`, { kind: 'all-clear' });
    const loud = await eventually(async () => {
      const alert = await alertOf(akku?.id ?? 0);
      return alert && isAlarm(alert) ? alert : false;
    });
    expect(loud.held).toBeNull();
  });
});

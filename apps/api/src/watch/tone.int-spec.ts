import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertRepository, verifyCounters } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eraseMention,
  startTestApp,
  watchSettled,
  type TestApp,
  type WatchedTopic,
} from '../testing/index.js';

const COMPLAINT = 'Nordwind ist eine Katastrophe, drei Stunden Warteschleife!';
const CALL = 'Nordwind ist eine Katastrophe. Boykottiert diesen Laden!';
const NO_CALL = 'Nordwind ist eine Katastrophe, aber kein Boykott bitte!';
const INSULT = 'Nordwind, ihr Idioten, das ist eine Katastrophe!';

describe('how mentions speak', () => {
  let app: TestApp;
  let watched: WatchedTopic;
  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
  }, 120_000);
  afterAll(() => app.close());

  async function say(
    token: string,
    mentions: readonly { readonly text: string; readonly [field: string]: unknown }[],
  ): Promise<void> {
    const observedAt = new Date(app.clock.now()).toISOString();
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(
        mentions.map((mention, index) => {
          const author = { id: `author ${index}` };
          return { externalId: `m${index}`, observedAt, channel: 'x', author, ...mention };
        }),
      ),
    });
    if (response.status !== 200) throw new Error(`refused: ${await response.text()}`);
    await watchSettled(app);
  }
  const times = (count: number, text: string) => Array.from({ length: count }, () => ({ text }));
  const counted = async (topicId: number) => {
    const { rows } = await app.db.pool.query(
      `select sum(total)::int as total, sum(listened)::int as listened, sum(calls)::int as calls,
         sum(aggressive)::int as aggressive from topic_minute where topic_id = $1`,
      [topicId],
    );
    return rows[0] as unknown;
  };

  it('shows with an alarm how many called for a boycott and how many insulted', async () => {
    const all = [times(16, COMPLAINT), times(5, CALL), times(2, NO_CALL), times(2, INSULT)];
    await say(watched.token, all.flat());
    const heard = { total: 25, listened: 25, calls: 5, aggressive: 2 };
    expect(await counted(watched.topicId)).toEqual(heard);
    const list = { spaceId: 1, brands: 'all', limit: 5 } as const;
    const [alert] = await new AlertRepository(app.db).list(list);
    expect(alert?.evidence.signals).toEqual(
      expect.arrayContaining([
        { name: 'calls', state: 'met', value: 0.2, threshold: 0.05 },
        { name: 'aggression', state: 'met', value: 0.08, threshold: 0.05 },
      ]),
    );
  });

  it('counts exactly what is stored, when somebody thinks better of it, and when it is erased', async () => {
    const { token, topicId } = watched;
    await say(token, [{ externalId: 'sorry', version: 1, text: CALL }]);
    expect(await counted(topicId)).toMatchObject({ listened: 26, calls: 6 });
    await say(token, [{ externalId: 'sorry', version: 2, text: NO_CALL }]);
    expect(await counted(topicId)).toMatchObject({ listened: 26, calls: 5 });
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    await eraseMention(app.url, token, 'sorry');
    await watchSettled(app);
    expect(await counted(topicId)).toMatchObject({ listened: 25, calls: 5 });
    expect(await verifyCounters(app.db.pool)).toEqual([]);
  });

  it('knows nothing of the tone of a language it has no words for', async () => {
    const { token, topicId } = await aWatchedTopic(app, 'Vent');
    await say(token, [{ text: 'Vent: appel au boycott de cette entreprise', lang: 'fr' }]);
    expect(await counted(topicId)).toEqual({ total: 1, listened: 0, calls: 0, aggressive: 0 });
  });
});

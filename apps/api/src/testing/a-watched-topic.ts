import type { PlainRule } from '@sturmwarte/domain';
import { SourceRepository, TopicRepository } from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import type { RunningApp } from '../bootstrap/create-app.js';
import { WatchService } from '../watch/watch.service.js';

/** Five negative mentions within ten minutes are an alarm. */
export const TEST_RULE: PlainRule = { id: 'many', negatives: 5, minutes: 10, level: 3 };

export interface WatchedTopic {
  readonly brandId: number;
  readonly topicId: number;
  readonly sourceId: number;
  readonly token: string;
}

/** A brand of this name with a topic that finds its name, a plain rule, and a house-wide source to send mentions to. */
export async function aWatchedTopic(app: RunningApp, name: string): Promise<WatchedTopic> {
  const { rows } = await app.db.pool.query<{ id: number }>(
    'insert into brand (name) values ($1) returning id',
    [name],
  );
  const brandId = rows[0]?.id ?? 0;
  const token = newToken();
  const made = await app.db.transaction(async (tx) => {
    const topics = new TopicRepository(app.db);
    const values = { spaceId: 1, brandId, name, kind: 'company', query: name } as const;
    const topic = await topics.create({ ...values, rules: [TEST_RULE], active: true }, tx);
    const sources = new SourceRepository(app.db);
    const feed = { spaceId: 1, brandId: null, active: true, name: `feed of ${name}` };
    const rest = { retentionDays: 90, silentAfterMinutes: null };
    const source = await sources.create({ ...feed, ...rest }, tx);
    await sources.addToken(source.id, { hash: tokenHash(token), hint: 'x' }, tx);
    return { topicId: topic.id, sourceId: source.id };
  });
  app.bus.publish('topics.changed', { spaceId: 1, topicIds: [made.topicId] });
  app.bus.publish('sources.changed', { sourceIds: [made.sourceId] });
  await watchSettled(app);
  return { brandId, token, ...made };
}

/** Everything seen so far is on record. */
export async function watchSettled(app: RunningApp, spaceId = 1): Promise<void> {
  await app.nest.get(WatchService).of(spaceId)?.settled();
}

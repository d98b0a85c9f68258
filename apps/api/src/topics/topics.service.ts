import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { LiveMessage, topicCreateSchema, TopicPatch } from '@sturmwarte/contracts';
import { brandsWith, DomainError, type Topic } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  SpaceRepository,
  TopicRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireQuery } from '../common/require-query.js';
import { requireRight } from '../common/require-right.js';
import { BUS, DATABASE } from '../common/tokens.js';

type TopicValues = z.output<typeof topicCreateSchema>;

/** What is watched. A new or changed query matches from now on, never backwards. */
@Injectable()
export class TopicsService {
  private readonly topics: TopicRepository;
  private readonly spaces: SpaceRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
  ) {
    this.topics = new TopicRepository(db);
    this.spaces = new SpaceRepository(db);
    this.audit = new AuditRepository(db);
  }

  list({ grants }: Principal, spaceId: number): Promise<Topic[]> {
    return this.topics.list({ spaceId, brands: brandsWith(grants, 'board.see') });
  }

  async create(principal: Principal, values: TopicValues): Promise<Topic> {
    requireRight(principal, 'topics.edit', values.brandId);
    requireQuery(values.query);
    const space = await this.spaces.find(values.spaceId);
    if (space.endedAt !== null) throw new DomainError('space-ended', { id: space.id });
    if (space.brandId !== null && space.brandId !== values.brandId) {
      throw new DomainError('not-found', { what: 'space', id: space.id });
    }
    return this.commit(principal, 'topic.created', async (tx) => {
      const topic = await this.topics.create(values, tx);
      const { query, rules, sensitivity, headStart, cooldownMinutes } = topic;
      return { topic, details: { query, rules, sensitivity, headStart, cooldownMinutes } };
    });
  }

  async change(principal: Principal, id: number, patch: TopicPatch): Promise<Topic> {
    const before = await this.mine(principal, id);
    if (patch.query !== undefined) requireQuery(patch.query);
    // Who chooses in plain words means what the words say.
    const chosen = patch.sensitivity === undefined ? patch : { headStart: null, ...patch };
    const change = Object.fromEntries(
      Object.entries(chosen).filter(([, value]) => value !== undefined),
    );
    return this.commit(principal, 'topic.changed', async (tx) => {
      const topic = await this.topics.change(id, change, tx);
      return { topic, details: differences(before, topic) };
    });
  }

  async remove(principal: Principal, id: number): Promise<void> {
    const topic = await this.mine(principal, id);
    await this.commit(principal, 'topic.deleted', async (tx) => {
      await this.topics.remove(id, tx);
      return { topic, details: { query: topic.query } };
    });
  }

  private async mine(principal: Principal, id: number): Promise<Topic> {
    const topic = await this.topics.find(id);
    requireRight(principal, 'topics.edit', topic.brandId);
    return topic;
  }

  /** The change, its audit entry and its live message in one transaction; then everybody is told. */
  private async commit(
    principal: Principal,
    action: string,
    work: (tx: Tx) => Promise<{ topic: Topic; details: Record<string, unknown> }>,
  ): Promise<Topic> {
    const { topic, message } = await this.db.transaction(
      async (tx): Promise<{ topic: Topic; message: LiveMessage }> => {
        const { topic, details } = await work(tx);
        const { spaceId, brandId, name } = topic;
        await this.audit.record(tx, { principal, action, subject: name, details });
        return { topic, message: await appendLive(tx, brandId, { type: 'topics', spaceId }) };
      },
    );
    this.bus.publish('topics.changed', { spaceId: topic.spaceId, topicIds: [topic.id] });
    this.bus.publish('live.appended', { messages: [message] });
    return topic;
  }
}

function differences(before: Topic, after: Topic): Record<string, unknown> {
  const changed = (Object.keys(after) as (keyof Topic)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }]));
}

import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { SpaceCreated, spaceCreateSchema } from '@sturmwarte/contracts';
import { HOUSE_STREAM } from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  SourceRepository,
  SpaceRepository,
  TopicRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from './principal.js';
import { requireQuery } from './require-query.js';
import { newToken, tokenHash } from './token-hash.js';
import { BUS, DATABASE } from './tokens.js';

type SpaceValues = z.output<typeof spaceCreateSchema>;
const HINT_CHARS = 6;
const RETENTION_DAYS = 90;

/** Makes a space for a replay or a drill: its topics, one source and the token that plays into it. */
@Injectable()
export class SpaceFounder {
  private readonly spaces: SpaceRepository;
  private readonly topics: TopicRepository;
  private readonly sources: SourceRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
  ) {
    this.spaces = new SpaceRepository(db);
    this.topics = new TopicRepository(db);
    this.sources = new SourceRepository(db);
    this.audit = new AuditRepository(db);
  }

  /** `principal`: who wanted it, null for the house itself. Rights are the caller's matter. */
  async found(principal: Principal | null, values: SpaceValues): Promise<SpaceCreated> {
    values.topics.forEach(({ query }) => requireQuery(query));
    const token = newToken();
    const { space, sourceId, topicIds, message } = await this.db.transaction(async (tx) => {
      const { kind, brandId, name } = values;
      const startsAt = new Date(values.startsAt);
      const space = await this.spaces.create({ kind, brandId, name, startsAt }, tx);
      const topicIds: number[] = [];
      for (const topic of values.topics) {
        const made = await this.topics.create({ ...topic, brandId, spaceId: space.id }, tx);
        topicIds.push(made.id);
      }
      const sourceId = await this.addSource(space, token, tx);
      await this.audit.record(tx, { principal, action: 'space.created', subject: name });
      const stream = brandId ?? HOUSE_STREAM;
      const message = await appendLive(tx, stream, { type: 'space', space });
      return { space, sourceId, topicIds, message };
    });
    this.bus.publish('sources.changed', { sourceIds: [sourceId] });
    this.bus.publish('topics.changed', { spaceId: space.id, topicIds });
    this.bus.publish('spaces.changed', { space });
    this.bus.publish('live.appended', { messages: [message] });
    return { space, sourceId, token };
  }

  private async addSource(space: Space, token: string, tx: Tx): Promise<number> {
    const { id: spaceId, brandId, name } = space;
    const rest = { active: true, retentionDays: RETENTION_DAYS, silentAfterMinutes: null };
    const source = await this.sources.create({ spaceId, brandId, name, ...rest }, tx);
    const secret = { hash: tokenHash(token), hint: token.slice(0, HINT_CHARS) };
    await this.sources.addToken(source.id, secret, tx);
    return source.id;
  }
}

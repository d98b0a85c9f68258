import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type {
  clockSchema,
  LiveMessage,
  SpaceCreated,
  spaceCreateSchema,
} from '@sturmwarte/contracts';
import { HOUSE_STREAM } from '@sturmwarte/contracts';
import { brandsWith, DomainError, type Space } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  SpaceRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal, SourceRow } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { SpaceFounder } from '../common/space-founder.js';
import { BUS, DATABASE } from '../common/tokens.js';

type SpaceValues = z.output<typeof spaceCreateSchema>;

/** Replays and drills: spaces with a clock of their own, apart from every real figure. */
@Injectable()
export class SpacesService {
  private readonly spaces: SpaceRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    private readonly founder: SpaceFounder,
  ) {
    this.spaces = new SpaceRepository(db);
    this.audit = new AuditRepository(db);
  }

  list({ grants }: Principal): Promise<Space[]> {
    return this.spaces.list(brandsWith(grants, 'board.see'));
  }

  async create(principal: Principal, values: SpaceValues): Promise<SpaceCreated> {
    requireRight(principal, 'drill.run', values.brandId);
    return this.founder.found(principal, values);
  }

  /** The player pushes the space's clock with its source's token. */
  async moveClock(source: SourceRow, { now, ended }: z.output<typeof clockSchema>): Promise<Space> {
    const { spaceId } = source;
    const space = await this.db.transaction((tx) =>
      this.spaces.moveClock(spaceId, new Date(now), tx),
    );
    if (space.now !== null) this.bus.publish('clock.moved', { spaceId, now: space.now });
    return ended ? this.finish(null, spaceId) : space;
  }

  async end(principal: Principal, id: number): Promise<Space> {
    await this.mine(principal, id);
    return this.finish(principal, id);
  }

  /** Ends it first, so that nothing arrives any more, then removes everything it held. */
  async remove(principal: Principal, id: number): Promise<void> {
    await this.mine(principal, id);
    const space = await this.finish(principal, id);
    await this.commit(principal, 'space.removed', async (tx) => {
      await this.spaces.remove(id, tx);
      return { space };
    });
  }

  private async mine(principal: Principal, id: number): Promise<Space> {
    const space = await this.spaces.find(id);
    if (space.kind === 'live') throw new DomainError('conflict', { what: 'live space' });
    requireRight(principal, 'drill.run', space.brandId);
    return space;
  }

  private async finish(principal: Principal | null, id: number): Promise<Space> {
    const space = await this.spaces.find(id);
    if (space.endedAt !== null) return space;
    const { space: ended } = await this.commit(principal, 'space.ended', async (tx) => ({
      space: await this.spaces.end(id, tx),
    }));
    this.bus.publish('topics.changed', { spaceId: id, topicIds: [] });
    return ended;
  }

  /** The change, its audit entry and its live message in one transaction; then everybody is told. */
  private async commit<T extends { readonly space: Space }>(
    principal: Principal | null,
    action: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const { done, message } = await this.db.transaction(
      async (tx): Promise<{ done: T; message: LiveMessage }> => {
        const done = await work(tx);
        const { space } = done;
        await this.audit.record(tx, { principal, action, subject: space.name });
        const stream = space.brandId ?? HOUSE_STREAM;
        return { done, message: await appendLive(tx, stream, { type: 'space', space }) };
      },
    );
    this.bus.publish('spaces.changed', { space: done.space });
    this.bus.publish('live.appended', { messages: [message] });
    return done;
  }
}

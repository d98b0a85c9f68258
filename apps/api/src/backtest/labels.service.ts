import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { BacktestLabel, labelCreateSchema } from '@sturmwarte/contracts';
import { DomainError, type Clock, type Topic } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  TopicLabelRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';
import { labelView } from './backtest-labels.js';
import { TopicPast } from './topic-past.js';

/** What people say of stretches where no alert was, or where one was wrong. */
@Injectable()
export class LabelsService {
  private readonly labels: TopicLabelRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BUS) private readonly bus: Bus,
    private readonly past: TopicPast,
  ) {
    this.labels = new TopicLabelRepository(db);
    this.audit = new AuditRepository(db);
  }

  async add(
    principal: Principal,
    topicId: number,
    { kind, from, to, reason, note }: z.output<typeof labelCreateSchema>,
  ): Promise<BacktestLabel> {
    const topic = await this.past.topicFor(principal, topicId);
    const now = await this.past.span(topic, 0);
    // What has not happened yet nobody can judge.
    if (Date.parse(from) >= (now.to + 1) * 60_000) {
      throw new DomainError('invalid-input', { path: 'from' });
    }
    const { personId: byId, name: byName } = principal;
    const who = { byId, byName, at: new Date(this.clock.now()) };
    const values = { topicId, kind, reason, from: new Date(from), to: new Date(to) };
    return this.commit(topic, async (tx) => {
      const label = await this.labels.add({ ...values, note: note || null, ...who }, tx);
      const details = { kind, from, to, reason };
      await this.audit.record(tx, { principal, action: 'label.set', subject: topic.name, details });
      return labelView(label);
    });
  }

  async remove(principal: Principal, topicId: number, id: number): Promise<void> {
    const topic = await this.past.topicFor(principal, topicId);
    await this.commit(topic, async (tx) => {
      const { kind, from, to, reason, byName } = await this.labels.remove(topicId, id, tx);
      const details = { kind, from, to, reason, by: byName };
      const action = 'label.removed';
      await this.audit.record(tx, { principal, action, subject: topic.name, details });
    });
  }

  /** With its live message in one transaction: others look back at the same topic. */
  private async commit<T>(
    { id: topicId, spaceId, brandId }: Topic,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const { done, message } = await this.db.transaction(async (tx) => ({
      done: await work(tx),
      message: await appendLive(tx, brandId, { type: 'labels', spaceId, topicId }),
    }));
    this.bus.publish('live.appended', { messages: [message] });
    return done;
  }
}

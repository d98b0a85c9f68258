import { Inject, Injectable } from '@nestjs/common';
import type { BacktestLabel, labelCreateSchema } from '@sturmwarte/contracts';
import { DomainError, type Clock } from '@sturmwarte/domain';
import { AuditRepository, TopicLabelRepository, type Database } from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
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
    return this.db.transaction(async (tx) => {
      const label = await this.labels.add({ ...values, note: note || null, ...who }, tx);
      const details = { kind, from, to, reason };
      await this.audit.record(tx, { principal, action: 'label.set', subject: topic.name, details });
      return labelView(label);
    });
  }

  async remove(principal: Principal, topicId: number, id: number): Promise<void> {
    const topic = await this.past.topicFor(principal, topicId);
    await this.db.transaction(async (tx) => {
      const { kind, from, to, reason, byName } = await this.labels.remove(topicId, id, tx);
      const details = { kind, from, to, reason, by: byName };
      const action = 'label.removed';
      await this.audit.record(tx, { principal, action, subject: topic.name, details });
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { LiveMessage, PeakValues, PeakView } from '@sturmwarte/contracts';
import { brandsWith, DomainError, type PlannedPeakEntry } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  PeakRepository,
  SpaceRepository,
  TopicRepository,
  type Database,
  type PeakRecord,
  type Tx,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { BUS, DATABASE } from '../common/tokens.js';

/** The calendar of planned peaks. The detector takes it over as soon as it is committed. */
@Injectable()
export class PeaksService {
  private readonly peaks: PeakRepository;
  private readonly topics: TopicRepository;
  private readonly spaces: SpaceRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
  ) {
    this.peaks = new PeakRepository(db);
    this.topics = new TopicRepository(db);
    this.spaces = new SpaceRepository(db);
    this.audit = new AuditRepository(db);
  }

  list({ grants }: Principal, spaceId: number): Promise<PeakView[]> {
    return this.peaks.list(spaceId, brandsWith(grants, 'board.see'));
  }

  async add(principal: Principal, values: PeakValues): Promise<PeakView> {
    const record = await this.recordOf(principal, values);
    return this.commit(principal, 'peak.added', (tx) => this.peaks.add(record, tx));
  }

  async change(principal: Principal, id: number, values: PeakValues): Promise<PeakView> {
    await this.mine(principal, id);
    const record = await this.recordOf(principal, values);
    return this.commit(principal, 'peak.changed', (tx) => this.peaks.change(id, record, tx));
  }

  async remove(principal: Principal, id: number): Promise<void> {
    const peak = await this.mine(principal, id);
    await this.commit(principal, 'peak.removed', async (tx) => {
      await this.peaks.remove(id, tx);
      return peak;
    });
  }

  private async mine(principal: Principal, id: number): Promise<PlannedPeakEntry> {
    const peak = await this.peaks.find(id);
    requireRight(principal, 'topics.edit', peak.brandId);
    return peak;
  }

  /** A topic brings its brand and space along: what was sent beside it must agree. */
  private async recordOf(principal: Principal, values: PeakValues): Promise<PeakRecord> {
    const { spaceId, brandId, topicId, from, until } = values;
    requireRight(principal, 'topics.edit', brandId);
    const space = await this.spaces.find(spaceId);
    if (space.endedAt !== null) throw new DomainError('space-ended', { id: spaceId });
    if (topicId !== null) {
      const topic = await this.topics.find(topicId);
      if (topic.brandId !== brandId || topic.spaceId !== spaceId) {
        throw new DomainError('not-found', { what: 'topic', id: topicId });
      }
    }
    const [first, last] = [from, until].map((time) => new Date(time).toISOString()) as [
      string,
      string,
    ];
    const by = { id: principal.personId, name: principal.name };
    return { ...values, from: first, until: last, by };
  }

  private async commit(
    principal: Principal,
    action: string,
    work: (tx: Tx) => Promise<PlannedPeakEntry>,
  ): Promise<PlannedPeakEntry> {
    const { peak, message } = await this.db.transaction(
      async (tx): Promise<{ peak: PlannedPeakEntry; message: LiveMessage }> => {
        const peak = await work(tx);
        const { spaceId, brandId, title: subject, from, until, multiple, topicId } = peak;
        const details = { from, until, multiple, topicId };
        await this.audit.record(tx, { principal, action, subject, details });
        return { peak, message: await appendLive(tx, brandId, { type: 'peaks', spaceId }) };
      },
    );
    this.bus.publish('peaks.changed', { spaceId: peak.spaceId });
    this.bus.publish('live.appended', { messages: [message] });
    return peak;
  }
}

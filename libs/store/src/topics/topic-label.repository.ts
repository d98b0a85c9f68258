import { DomainError, type Alert } from '@sturmwarte/domain';
import { LessThan, MoreThan, type Repository } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { TopicLabelEntity } from './topic-label.entity.js';

export type StoredLabel = Readonly<TopicLabelEntity>;

/** An alert people may have judged by closing it or by making an incident of it. */
export interface AlertLabelRow {
  readonly id: number;
  readonly number: number;
  readonly alert: Pick<Alert, 'openedAt' | 'closedAt' | 'closeKind' | 'closeReason'>;
  /** T0 of its incident. */
  readonly incidentBeganAt: string | null;
}

/** What people said of the past of a topic. Refuses `not-found`. */
export class TopicLabelRepository {
  constructor(private readonly db: Database) {}

  /** Those that touch the time between, oldest first. */
  async list(topicId: number, from: Date, to: Date): Promise<StoredLabel[]> {
    const rows = await this.labels().find({
      where: { topicId, from: LessThan(to), to: MoreThan(from) },
      order: { from: 1, id: 1 },
    });
    return rows.map((row) => ({ ...row }));
  }

  /** Alerts of the topic that touch the time between and were closed by people or belong to an incident. */
  async alerts(topicId: number, from: Date, to: Date): Promise<AlertLabelRow[]> {
    const rows: { id: number; number: number; alert: AlertLabelRow['alert']; t0: string | null }[] =
      await this.db.dataSource.query(
        `select a.id, a.number, i.body ->> 't0' as t0,
           jsonb_build_object('openedAt', a.body -> 'openedAt', 'closedAt', a.body -> 'closedAt',
             'closeKind', a.body -> 'closeKind', 'closeReason', a.body -> 'closeReason') as alert
         from alert a
           left join incident_alert l on l.alert_id = a.id
           left join incident i on i.id = l.incident_id
         where a.topic_id = $1 and a.opened_at < $3 and coalesce(a.closed_at, $3) > $2
         order by a.opened_at, a.id`,
        [topicId, from, to],
      );
    return rows.map(({ id, number, alert, t0 }) => ({ id, number, alert, incidentBeganAt: t0 }));
  }

  async add(values: Omit<StoredLabel, 'id'>, tx: Tx): Promise<StoredLabel> {
    return { ...(await this.labels(tx).save(this.labels(tx).create(values))) };
  }

  async remove(topicId: number, id: number, tx: Tx): Promise<StoredLabel> {
    const row = await this.labels(tx).findOneBy({ topicId, id });
    if (row === null) throw new DomainError('not-found', { what: 'label', id });
    const removed = { ...row };
    await this.labels(tx).delete({ id });
    return removed;
  }

  private labels(tx?: Tx): Repository<TopicLabelEntity> {
    return (tx?.manager ?? this.db.dataSource.manager).getRepository(TopicLabelEntity);
  }
}

import type { AlertView } from '@sturmwarte/contracts';
import { DomainError, type AlertEvent, type AlertState, type Evidence } from '@sturmwarte/domain';
import { In, LessThan, Not } from 'typeorm';
import type { Database } from '../database.js';
import { AlertEntity } from './alert.entity.js';
import { alertViewOf } from './alert-view-of.js';

export interface AlertFilter {
  readonly spaceId: number;
  readonly brands: 'all' | readonly number[];
  readonly topicId?: number | undefined;
  readonly state?: AlertState | undefined;
  /** Open and acknowledged ones only. */
  readonly live?: boolean | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Alerts, read. They are written by `SightingRecorder` and `recordCommand`. */
export class AlertRepository {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(filter: AlertFilter): Promise<AlertView[]> {
    const { spaceId, brands, topicId, state, live, before, limit } = filter;
    const rows = await this.alerts().find({
      where: {
        spaceId,
        ...(brands === 'all' ? {} : { brandId: In([...brands]) }),
        ...(topicId === undefined ? {} : { topicId }),
        ...(live === true ? { state: Not<AlertState>('closed') } : {}),
        ...(live === false ? { state: 'closed' as const } : {}),
        ...(state === undefined ? {} : { state }),
        ...(before === undefined ? {} : { id: LessThan(before) }),
      },
      order: { id: -1 },
      take: limit,
    });
    return rows.map(alertViewOf);
  }

  async find(id: number): Promise<AlertView> {
    const row = await this.alerts().findOneBy({ id });
    if (row === null) throw new DomainError('not-found', { what: 'alert', id });
    return alertViewOf(row);
  }

  /** The open or acknowledged alerts of a space. */
  async open(spaceId: number): Promise<AlertView[]> {
    const rows = await this.alerts().findBy({ spaceId, state: Not<AlertState>('closed') });
    return rows.map(alertViewOf);
  }

  /**
   * Everything that happened to it, oldest first; refreshed evidence of an unchanged level is left out. What was said
   * of a change of level with its examples, a moment later, stands in place of what was known at first.
   */
  async history(id: number): Promise<(AlertEvent & { readonly seq: number })[]> {
    const rows: { seq: number; body: AlertEvent; completed: Evidence | null }[] =
      await this.db.dataSource.query(
        `select e.seq, e.body, c.evidence as completed
         from alert_event e left join lateral (
           select n.body -> 'evidence' as evidence from alert_event n
           where n.alert_id = e.alert_id and n.seq > e.seq and n.body ->> 'at' = e.body ->> 'at'
             and n.body ->> 'type' = 'evidence-updated' and jsonb_typeof(e.body -> 'evidence') = 'object'
           order by n.seq limit 1) c on true
         where e.alert_id = $1 and e.body ->> 'type' <> 'evidence-updated' order by e.seq`,
        [id],
      );
    return rows.map(({ seq, body, completed }) => ({
      ...body,
      ...(completed === null ? {} : { evidence: completed }),
      seq,
    }));
  }

  /** Earlier alerts of the same brand in the same space, newest first. */
  async earlier(alert: AlertView, limit: number): Promise<AlertView[]> {
    const rows = await this.alerts().find({
      where: { spaceId: alert.spaceId, brandId: alert.brandId, id: LessThan(alert.id) },
      order: { id: -1 },
      take: limit,
    });
    return rows.map(alertViewOf);
  }

  private alerts(): ReturnType<typeof tableOf> {
    return tableOf(this.db);
  }
}

function tableOf(db: Database) {
  return db.dataSource.getRepository(AlertEntity);
}

import type { AlertView } from '@sturmwarte/contracts';
import {
  DomainError,
  type AlertEvent,
  type AlertState,
  type Evidence,
  type NoEventReason,
} from '@sturmwarte/domain';
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

export interface AlertSearch {
  readonly spaceId: number;
  readonly brands: 'all' | readonly number[];
  readonly words: string;
  readonly reasons: readonly NoEventReason[];
  readonly limit: number;
}

/** Words of an alert are few and erased with their mentions: put together when somebody asks. */
const SAYS = `to_tsvector('simple', concat_ws(' ', alert.topic_name,
  jsonb_path_query_array(alert.body, '$.evidence.terms[*].term')::text, alert.body ->> 'peakTerms',
  (select string_agg(said.body ->> 'note', ' ') from alert_event said where said.alert_id = alert.id)))
  @@ websearch_to_tsquery('simple', :words)`;

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

  /**
   * Those whose topic, standing-out words or notes say these words (websearch syntax), or that were closed for one of
   * these reasons; newest first.
   */
  async search({ spaceId, brands, words, reasons, limit }: AlertSearch): Promise<AlertView[]> {
    const rows = await this.alerts()
      .createQueryBuilder('alert')
      .where('alert.space_id = :spaceId', { spaceId })
      .andWhere(brands === 'all' ? 'true' : 'alert.brand_id = any(:brands)', { brands })
      .andWhere(`(${SAYS} or alert.body ->> 'closeReason' = any(:reasons))`, { words, reasons })
      .orderBy('alert.id', 'DESC')
      .limit(limit)
      .getMany();
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

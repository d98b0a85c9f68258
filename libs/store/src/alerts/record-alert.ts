import type { AlertView, LiveMessage } from '@sturmwarte/contracts';
import {
  DomainError,
  evolveAlert,
  type Alert,
  type AlertEvent,
  type Topic,
} from '@sturmwarte/domain';
import { appendLive } from '../live/index.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';
import { AlertEntity } from './alert.entity.js';
import { alertViewOf } from './alert-view-of.js';

/** What became true, and the numbered message that tells it: publish `live.appended` after the commit. */
export interface Recorded {
  readonly alert: AlertView;
  readonly events: readonly AlertEvent[];
  readonly message: LiveMessage;
}

export type Decision = { readonly alert: 'new' | 'newest'; readonly events: readonly AlertEvent[] };
type Owner = Pick<Topic, 'id' | 'spaceId' | 'brandId' | 'name'>;

/**
 * The machine's side: asks `decide` about the topic's newest alert (the open one, if any) and writes down what it
 * says. Everything about a topic's alerts goes through the lock on the topic's row, so decisions never overtake each
 * other. Null when nothing was decided, or the topic is gone.
 */
export async function recordSighting(
  tx: Tx,
  topic: Owner,
  decide: (newest: Alert | null) => Decision,
): Promise<Recorded | null> {
  if (!(await lockTopic(tx, topic.id))) return null;
  const newest = await tx.manager
    .getRepository(AlertEntity)
    .createQueryBuilder('alert')
    .where('alert.topic_id = :topic', { topic: topic.id })
    .orderBy(`case when alert.state <> 'closed' then 0 else 1 end`)
    .addOrderBy('alert.id', 'DESC')
    .limit(1)
    .getOne();
  const { alert, events } = decide(newest?.body ?? null);
  if (events.length === 0) return null;
  return write(tx, alert === 'new' ? bornOf(topic) : newest, events);
}

/** The people's side: `decide` refuses or says what becomes true of the alert as it stands now. */
export async function recordCommand(
  tx: Tx,
  alertId: number,
  decide: (alert: AlertView) => readonly AlertEvent[],
): Promise<Recorded> {
  const alerts = tx.manager.getRepository(AlertEntity);
  const found = await alerts.findOneBy({ id: alertId });
  if (found === null) throw new DomainError('not-found', { what: 'alert', id: alertId });
  await lockTopic(tx, found.topicId);
  const row = await alerts.findOneByOrFail({ id: alertId });
  return write(tx, row, decide(alertViewOf(row)));
}

async function lockTopic(tx: Tx, topicId: number): Promise<boolean> {
  const rows = await tx.query('select id from topic where id = $1 for no key update', [topicId]);
  return rows.length > 0;
}

type Unborn = Omit<AlertEntity, 'id' | 'number' | 'body'> & { readonly body: null };

function bornOf({ id, spaceId, brandId, name }: Owner): Unborn {
  return {
    spaceId,
    brandId,
    topicId: id,
    topicName: name,
    state: 'open',
    version: 0,
    openedAt: new Date(0),
    closedAt: null,
    level: 0,
    body: null,
  };
}

async function write(
  tx: Tx,
  before: AlertEntity | Unborn | null,
  events: readonly AlertEvent[],
): Promise<Recorded> {
  const body = events.reduce<Alert | null>(evolveAlert, before?.body ?? null);
  if (before === null || body === null) throw new Error('no alert for these events');
  const saved = await save(tx, { ...before, ...columnsOf(body), body });
  const first = saved.version - events.length + 1;
  await tx.query(
    `insert into alert_event (alert_id, seq, body)
     select $1, $2 + n - 1, e from unnest($3::jsonb[]) with ordinality as one (e, n)`,
    [saved.id, first, events.map((event) => JSON.stringify(event))],
  );
  const alert = alertViewOf(saved);
  const message = await appendLive(tx, alert.brandId, { type: 'alert', alert });
  return { alert, events, message };
}

function columnsOf(body: Alert): Pick<
  AlertEntity,
  'state' | 'version' | 'openedAt' | 'closedAt'
> & {
  level: Alert['level'];
} {
  return {
    state: body.state,
    version: body.version,
    level: body.level,
    openedAt: new Date(body.openedAt),
    closedAt: body.closedAt === null ? null : new Date(body.closedAt),
  };
}

async function save(tx: Tx, values: Partial<AlertEntity>): Promise<AlertEntity> {
  const alerts = tx.manager.getRepository(AlertEntity);
  try {
    return await alerts.save(alerts.create(values));
  } catch (error) {
    // Reopening an old alert while a newer one is open.
    if (violates(error, 'alert_one_open')) throw new DomainError('conflict', { what: 'alert' });
    throw error;
  }
}

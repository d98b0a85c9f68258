import type { AlertView } from '@sturmwarte/contracts';
import { DomainError, evolveAlert, type Alert, type AlertEvent } from '@sturmwarte/domain';
import { appendLive } from '../live/index.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';
import { AlertEntity } from './alert.entity.js';
import { alertViewOf } from './alert-view-of.js';
import type { Recorded } from './recorded.js';

/**
 * The people's side: `decide` refuses or says what becomes true of the alert as it stands now. Everything about a
 * topic's alerts goes through the lock on the topic's row, so decisions never overtake each other.
 */
export async function recordCommand(
  tx: Tx,
  alertId: number,
  decide: (alert: AlertView) => readonly AlertEvent[],
): Promise<Recorded> {
  const alerts = tx.manager.getRepository(AlertEntity);
  const found = await alerts.findOneBy({ id: alertId });
  if (found === null) throw new DomainError('not-found', { what: 'alert', id: alertId });
  await tx.query('select id from topic where id = $1 for no key update', [found.topicId]);
  const row = await alerts.findOneByOrFail({ id: alertId });
  return write(tx, row, decide(alertViewOf(row)));
}

async function write(
  tx: Tx,
  before: AlertEntity,
  events: readonly AlertEvent[],
): Promise<Recorded> {
  const body = events.reduce(evolveAlert, before.body);
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

function columnsOf(
  body: Alert,
): Pick<AlertEntity, 'state' | 'version' | 'openedAt' | 'closedAt' | 'level'> {
  return {
    state: body.state,
    version: body.version,
    level: body.level,
    openedAt: new Date(body.openedAt),
    closedAt: body.closedAt === null ? null : new Date(body.closedAt),
  };
}

async function save(tx: Tx, values: AlertEntity): Promise<AlertEntity> {
  const alerts = tx.manager.getRepository(AlertEntity);
  try {
    return await alerts.save(alerts.create(values));
  } catch (error) {
    // Reopening an old alert while a newer one is open.
    if (violates(error, 'alert_one_open')) throw new DomainError('conflict', { what: 'alert' });
    throw error;
  }
}

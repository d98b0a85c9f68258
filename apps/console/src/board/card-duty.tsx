import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@sturmwarte/contracts';
import { Link } from '@tanstack/react-router';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useAlertActions } from '../alerts/use-alert-actions.js';
import { incidentOf } from '../incidents/incident-of.js';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import classes from './topic-card.module.css';

/** The last line of a card: who is on it, or for how long nobody has been. */
export function CardDuty({ alert }: { alert: AlertView | null }) {
  const t = useText();
  if (alert === null) {
    return (
      <footer className={classes.duty}>
        <span className={classes.watching}>{t('board:watch')}</span>
      </footer>
    );
  }
  return <AlertDuty alert={alert} />;
}

function AlertDuty({ alert }: { alert: AlertView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { acknowledge } = useAlertActions(alert);
  const space = alert.spaceId === LIVE_SPACE_ID ? {} : { space: alert.spaceId };
  const number = (
    <Link to="/alerts/$alertId" params={{ alertId: alert.id }} search={space}>
      {t('alerts:number', { number: alert.number })}
    </Link>
  );
  if (alert.state !== 'open') {
    const by = alert.acknowledgedBy?.name ?? '–';
    const time = format.moment(alert.acknowledgedAt ?? alert.openedAt, now);
    return (
      <footer className={classes.duty}>
        <span className={classes.taken}>
          <Icon name="check" size={16} /> {t('board:acknowledgedBy', { by, time })}
        </span>
        <span className={classes.ways}>
          <ToIncident alert={alert} /> {number}
        </span>
      </footer>
    );
  }
  const waited = format.clock(now - Date.parse(alert.openedAt));
  return (
    <footer className={classes.duty}>
      <span>
        {alert.held ? `${t('alerts:held.short')} · ` : ''}
        <strong>{t('board:unacknowledged', { time: waited })}</strong> · {number}{' '}
        <ToIncident alert={alert} />
      </span>
      <RightButton
        right="alert.acknowledge"
        brandId={alert.brandId}
        variant="filled"
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate()}
      >
        {t('board:acknowledge')}
        <span className="sw-hidden">: {alert.topicName}</span>
      </RightButton>
    </footer>
  );
}

/** Straight into the incident that deals with it, for those who may enter it. */
function ToIncident({ alert }: { alert: AlertView }) {
  const t = useText();
  const { data = [] } = useQuery(incidentsQuery({ space: alert.spaceId, state: 'open' }));
  const view = incidentOf(data, alert.id);
  if (view?.incident.state !== 'open') return null;
  const space = alert.spaceId === LIVE_SPACE_ID ? {} : { space: alert.spaceId };
  return (
    <Link
      to="/incidents/$incidentId"
      params={{ incidentId: view.id }}
      search={space}
      className={classes.incident ?? ''}
    >
      {t('board:toIncident', { number: view.incident.number })}
    </Link>
  );
}

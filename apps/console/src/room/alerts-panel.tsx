import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentAlert, IncidentRef } from '@sturmwarte/domain';
import { useState } from 'react';
import { openAlertsQuery } from '../alerts/alerts.queries.js';
import { Ahead } from '../board/ahead.js';
import { useText } from '../language/text.js';
import { useReasonText } from '../playbooks/use-reason-text.js';
import { LevelMark } from '../ui/level-mark.js';
import { RightButton } from '../ui/right-button.js';
import { AskButton } from './ask-button.js';
import { Panel } from './panel.js';
import panel from './panel.module.css';
import classes from './proposed-steps.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

/** What the incident is made of: its alerts, those proposed for it, and its relatives. */
export function AlertsPanel() {
  const t = useText();
  const { incident } = useRoom();
  const { data: open = [] } = useQuery(openAlertsQuery(incident.spaceId));
  const proposed = incident.alerts.filter(({ standing }) => standing === 'proposed');
  const joined = incident.alerts.filter(({ standing }) => standing === 'joined');
  const { links, absorbed, splitFrom } = incident;
  return (
    <Panel title={t('room:alerts.title', { count: joined.length })}>
      {proposed.map((one) => (
        <Proposed key={one.alert.id} one={one} />
      ))}
      {joined.length === 0 ? <p className={panel.dim}>{t('room:alerts.none')}</p> : null}
      <ul className={panel.list}>
        {joined.map(({ alert, sign, closed }) => (
          <li key={alert.id} className={panel.row}>
            <Link to="/alerts/$alertId" params={{ alertId: alert.id }} search={keepSpace as never}>
              A-{alert.number} {alert.topicName}
            </Link>
            {closed ? (
              <span className={panel.small}>{t('names:alertState.closed')}</span>
            ) : (
              <>
                <LevelMark level={sign.level} small />{' '}
                <span className={panel.small}>
                  <Ahead alert={open.find(({ id }) => id === alert.id)} />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {splitFrom === null ? null : <Relative kind="splitFrom" other={splitFrom} />}
      {absorbed.map((other) => (
        <Relative key={other.id} kind="absorbed" other={other} />
      ))}
      {links.map((other) => (
        <Relative key={other.id} kind="linked" other={other} />
      ))}
    </Panel>
  );
}

function Proposed({ one: { alert, sign, reasons } }: { one: IncidentAlert }) {
  const t = useText();
  const { incident, send, busy } = useRoom();
  const reasonText = useReasonText();
  const [declining, setDeclining] = useState(false);
  const name = `A-${alert.number} ${alert.topicName}`;
  return (
    <div className={classes.proposed} role="group" aria-label={t('room:alerts.proposed', { name })}>
      <p className={panel.warn}>{t('room:alerts.proposed', { name })}</p>
      <p>
        <LevelMark level={sign.level} small />{' '}
        <span className={panel.small}>{reasons.map(reasonText).join(' · ')}</span>
      </p>
      <div className={panel.buttons}>
        <RightButton
          right="incident.open"
          brandId={incident.brandId}
          size="compact-sm"
          loading={busy}
          onClick={() => void send({ type: 'join-alert', alertId: alert.id })}
        >
          {t('room:alerts.join')}
        </RightButton>
        <AskButton
          command={{ type: 'decline-alert', alertId: alert.id, reason: SOME_REASON }}
          onClick={() => setDeclining(true)}
        >
          {t('room:alerts.decline')}
        </AskButton>
      </div>
      {declining ? (
        <ReasonDialog
          title={t('room:alerts.declineTitle', { name })}
          consequence={t('room:alerts.declineText')}
          confirm={t('room:alerts.decline')}
          order={(reason) => ({ type: 'decline-alert', alertId: alert.id, reason })}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </div>
  );
}

/** Another incident it has to do with, and how. */
function Relative({
  kind,
  other,
}: {
  kind: 'splitFrom' | 'absorbed' | 'linked';
  other: IncidentRef;
}) {
  const t = useText();
  const { incident } = useRoom();
  const [unlinking, setUnlinking] = useState(false);
  return (
    <div className={panel.row}>
      <span>
        {t(`room:alerts.${kind}`)}{' '}
        <Link
          to="/incidents/$incidentId"
          params={{ incidentId: other.id }}
          search={keepSpace as never}
        >
          {other.number}
        </Link>
      </span>
      {kind === 'linked' && incident.state !== 'merged' ? (
        <AskButton
          variant="subtle"
          command={{ type: 'unlink', other, reason: SOME_REASON }}
          onClick={() => setUnlinking(true)}
          about={other.number}
        >
          {t('room:link.undo')}
        </AskButton>
      ) : null}
      {unlinking ? (
        <ReasonDialog
          title={t('room:link.undoTitle', { number: other.number })}
          consequence={t('room:link.undoText')}
          confirm={t('room:link.undo')}
          order={(reason) => ({ type: 'unlink', other: { id: other.id }, reason })}
          onClose={() => setUnlinking(false)}
        />
      ) : null}
    </div>
  );
}

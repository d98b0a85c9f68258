import { Link } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIncidentOf } from '../incidents/use-incident-of.js';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import classes from './alert-actions.module.css';
import { AlertIncidentDialog } from './alert-incident-dialog.js';

const keepSpace = (({ space }: { space?: number }) =>
  space === undefined ? {} : { space }) as never;

/** From an alert to its incident: into the one it belongs to, or a new one. */
export function AlertIncident({ alert }: { alert: AlertView }) {
  const t = useText();
  const may = useMay();
  const navigate = useNavigate();
  const view = useIncidentOf(alert);
  const [opening, setOpening] = useState(false);
  const canOpen = view === null && may('incident.open', alert.brandId);
  useKeys({
    l: () => {
      if (canOpen) setOpening(true);
      if (!view) return;
      void navigate({
        to: '/incidents/$incidentId',
        params: { incidentId: view.id },
        search: keepSpace,
      });
    },
  });
  if (view === undefined) return null;
  if (view !== null) {
    return (
      <Link
        to="/incidents/$incidentId"
        params={{ incidentId: view.id }}
        search={keepSpace}
        className={classes.incident ?? ''}
        aria-keyshortcuts="L"
      >
        <Icon name="incidents" size={16} />{' '}
        {t('incidents:toIncident', { number: view.incident.number })}
      </Link>
    );
  }
  return (
    <>
      <RightButton
        right="incident.open"
        brandId={alert.brandId}
        variant="default"
        leftSection={<Icon name="incidents" size={16} />}
        onClick={() => setOpening(true)}
        shortcut="L"
      >
        {t('incidents:open.button')}
      </RightButton>
      {opening ? <AlertIncidentDialog alert={alert} onClose={() => setOpening(false)} /> : null}
    </>
  );
}

import type { AlertView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import classes from './alert-actions.module.css';
import { AlertIncident } from './alert-incident.js';
import { AllClearDialog, NoEventDialog, ReopenDialog } from './alert-dialogs.js';
import { useAlertActions } from './use-alert-actions.js';

type Dialog = 'no-event' | 'all-clear' | 'reopen';

/** What can be done now. Acknowledging is one press; whatever ends or wakes the alert says what follows and asks. */
export function AlertActions({ alert }: { alert: AlertView }) {
  const t = useText();
  const may = useMay();
  const actions = useAlertActions(alert);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const isClosed = alert.state === 'closed';
  useKeys({
    q: () => {
      if (alert.state === 'open' && may('alert.acknowledge', alert.brandId)) {
        actions.acknowledge.mutate();
      }
    },
    n: () => {
      if (!isClosed && may('alert.close', alert.brandId)) setDialog('no-event');
    },
  });
  const common = { brandId: alert.brandId, variant: 'default' } as const;
  const close = (): void => setDialog(null);
  return (
    <div className={classes.actions} role="group" aria-label={t('alerts:action.label')}>
      {alert.state === 'open' ? (
        <RightButton
          right="alert.acknowledge"
          brandId={alert.brandId}
          variant="filled"
          leftSection={<Icon name="check" size={16} />}
          loading={actions.acknowledge.isPending}
          onClick={() => actions.acknowledge.mutate()}
          shortcut="Q"
        >
          {t('alerts:action.acknowledge')}
        </RightButton>
      ) : null}
      <AlertIncident alert={alert} />
      {isClosed ? (
        <RightButton
          right="alert.close"
          {...common}
          leftSection={<Icon name="undo" size={16} />}
          onClick={() => setDialog('reopen')}
        >
          {t('alerts:action.reopen')}
        </RightButton>
      ) : (
        <>
          <RightButton
            right="alert.close"
            {...common}
            shortcut="N"
            onClick={() => setDialog('no-event')}
          >
            {t('alerts:action.noEvent')}
          </RightButton>
          <RightButton right="alert.close" {...common} onClick={() => setDialog('all-clear')}>
            {t('alerts:action.allClear')}
          </RightButton>
        </>
      )}
      {dialog === 'no-event' ? (
        <NoEventDialog alert={alert} close={actions.close} onClose={close} />
      ) : null}
      {dialog === 'all-clear' ? (
        <AllClearDialog alert={alert} close={actions.close} onClose={close} />
      ) : null}
      {dialog === 'reopen' ? (
        <ReopenDialog alert={alert} reopen={actions.reopen} onClose={close} />
      ) : null}
    </div>
  );
}

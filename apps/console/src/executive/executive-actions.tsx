import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { IncidentView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { PdfLink } from '../report/pdf-link.js';
import { useMay } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { AskExecutiveDialog } from './ask-executive-dialog.js';
import classes from './executive-actions.module.css';
import { StatusUpdateDialog } from './status-update-dialog.js';

type Dialog = 'status' | 'ask';

/** Paper for everybody; the next status and the next question for whoever leads. */
export function ExecutiveActions({ view: { id, incident } }: { view: IncidentView }) {
  const t = useText();
  const { language } = useFormat();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  // Read-only for everybody else: a wall and a phone show no buttons that do nothing.
  const leads = useMay()('incident.steer', incident.brandId);
  return (
    <div className={classes.actions} role="group" aria-label={t('executive:actions')}>
      <Button
        renderRoot={(props) => (
          <Link
            {...props}
            to="/incidents/$incidentId/report"
            params={{ incidentId: id }}
            search={(before) => before}
          />
        )}
        variant="default"
        leftSection={<Icon name="print" size={16} />}
      >
        {t('executive:printReport')}
      </Button>
      <PdfLink id={id} language={language} />
      {leads && incident.state === 'open' ? (
        <>
          <Button variant="default" onClick={() => setDialog('status')}>
            {t('executive:updateStatus')}
          </Button>
          <Button variant="default" onClick={() => setDialog('ask')}>
            {t('executive:askExecutive')}
          </Button>
        </>
      ) : null}
      {dialog === 'status' ? (
        <StatusUpdateDialog id={id} incident={incident} onClose={close} />
      ) : null}
      {dialog === 'ask' ? <AskExecutiveDialog id={id} incident={incident} onClose={close} /> : null}
    </div>
  );
}

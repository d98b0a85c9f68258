import { levelInForce, statusEveryMinutes } from '@sturmwarte/domain';
import { useState } from 'react';
import { AskExecutiveDialog } from '../executive/ask-executive-dialog.js';
import { StatusUpdateDialog } from '../executive/status-update-dialog.js';
import { ClockTime } from '../incidents/clock-time.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { AskButton } from './ask-button.js';
import { SOME_REASON, useRoom } from './room-context.js';
import classes from './room-status.module.css';

/** What the executives were told last, when they are owed the next word, and the two ways to speak to them. */
export function RoomStatus() {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const room = useRoom();
  const { id, incident, clocks } = room;
  const [dialog, setDialog] = useState<'status' | 'ask' | null>(null);
  const close = (): void => setDialog(null);
  const { status } = incident;
  const clock = [...clocks.values()].find(({ key }) => key.startsWith('status:'));
  const minutes = statusEveryMinutes(levelInForce(incident));
  const soon = new Date(room.now() + 3_600_000).toISOString();
  return (
    <section className={classes.status} aria-label={t('room:status.label')}>
      <p className={classes.line}>
        {status === null ? (
          <span>{t('room:status.never')}</span>
        ) : (
          <span className={classes.last} title={status.summary}>
            {t('room:status.last', {
              time: format.moment(status.at, now),
              summary: status.summary,
            })}
          </span>
        )}
        {clock === undefined ? (
          incident.state === 'open' ? (
            <span>{t('room:head.noStatus')}</span>
          ) : null
        ) : (
          <span className={classes.next}>
            {t('room:head.nextStatus')} <ClockTime clock={clock} />
          </span>
        )}
        {minutes === null || incident.state !== 'open' ? null : (
          <span>{t('room:status.cadence', { minutes })}</span>
        )}
      </p>
      {incident.state === 'open' ? (
        <div className={classes.actions} role="group" aria-label={t('room:status.actions')}>
          <AskButton
            command={{ type: 'update-status', summary: SOME_REASON, doing: [], nextDue: null }}
            onClick={() => setDialog('status')}
          >
            {t('executive:updateStatus')}
          </AskButton>
          <AskButton command={someQuestion(soon)} onClick={() => setDialog('ask')}>
            {t('executive:askExecutive')}
          </AskButton>
        </div>
      ) : null}
      {dialog === 'status' ? (
        <StatusUpdateDialog id={id} incident={incident} onClose={close} />
      ) : null}
      {dialog === 'ask' ? <AskExecutiveDialog id={id} incident={incident} onClose={close} /> : null}
    </section>
  );
}

/** Stands for a question nobody has written yet, when the button asks whether it may be pressed. */
function someQuestion(due: string) {
  return {
    type: 'ask-executive',
    to: { id: 0, name: SOME_REASON },
    deputy: null,
    question: SOME_REASON,
    options: [
      { id: 'a', label: SOME_REASON },
      { id: 'b', label: SOME_REASON },
    ],
    recommended: null,
    due,
  } as const;
}

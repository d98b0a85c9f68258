import type { UpdatePromise } from '@sturmwarte/domain';
import { useState } from 'react';
import { ClockTime } from '../incidents/clock-time.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { AskButton } from './ask-button.js';
import classes from './clocks-panel.module.css';
import { MovePromiseDialog } from './move-promise-dialog.js';
import panel from './panel.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';

/** Updates that were promised to the public: kept with proof, or moved with a reason. */
export function Promises() {
  const t = useText();
  const { incident } = useRoom();
  if (incident.promises.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{t('clocks:promise.title')}</h3>
      <ul className={panel.list}>
        {incident.promises.map((promise) => (
          <Promised key={promise.id} promise={promise} />
        ))}
      </ul>
    </>
  );
}

function Promised({ promise }: { promise: UpdatePromise }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident, clocks } = useRoom();
  const [dialog, setDialog] = useState<'keep' | 'move' | null>(null);
  const clock = clocks.get(`promise:${promise.id}`);
  const close = (): void => setDialog(null);
  const { id, due, text, kept } = promise;
  return (
    <li>
      <div className={panel.row}>
        <span>{t('clocks:promise.until', { time: format.moment(due, now) })}</span>
        {clock === undefined ? null : <ClockTime clock={clock} large={kept === null} />}
      </div>
      <p className={panel.words}>{text}</p>
      {kept === null && incident.state !== 'merged' ? (
        <div className={panel.buttons}>
          <AskButton
            command={{ type: 'keep-update', promise: id, proof: SOME_REASON }}
            onClick={() => setDialog('keep')}
            about={text}
          >
            {t('clocks:promise.keep')}
          </AskButton>
          <AskButton
            command={{
              type: 'move-update',
              promise: id,
              due: new Date(Date.parse(due) + 86_400_000_000).toISOString(),
              reason: SOME_REASON,
            }}
            onClick={() => setDialog('move')}
            about={text}
          >
            {t('clocks:promise.move')}
          </AskButton>
        </div>
      ) : null}
      {dialog === 'keep' ? (
        <ReasonDialog
          title={t('clocks:promise.keepTitle')}
          consequence={t('clocks:promise.keepText')}
          confirm={t('clocks:promise.keep')}
          label={t('room:proof')}
          order={(proof) => ({ type: 'keep-update', promise: id, proof })}
          onClose={close}
        />
      ) : null}
      {dialog === 'move' ? <MovePromiseDialog promise={promise} onClose={close} /> : null}
    </li>
  );
}

import { useState } from 'react';
import { useClockName } from '../incidents/clock-name.js';
import { ClockTime } from '../incidents/clock-time.js';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import classes from './clocks-panel.module.css';
import { FirstResponseDialog } from './first-response-dialog.js';
import { LegalClockCard } from './legal-clock-card.js';
import { ListClock } from './list-clock.js';
import { Panel } from './panel.js';
import panel from './panel.module.css';
import { PromiseDialog } from './promise-dialog.js';
import { Promises } from './promises.js';
import { SOME_REASON, useRoom } from './room-context.js';
import { StepClocks } from './step-clocks.js';

/** What runs out: the first answer, the law, what was promised, the steps. */
export function ClocksPanel() {
  const t = useText();
  const { incident, clocks, playbooks, now } = useRoom();
  const nameOf = useClockName(incident, playbooks);
  const [dialog, setDialog] = useState<'response' | 'promise' | null>(null);
  const first = [...clocks.values()].filter(({ kind }) => kind === 'first-response');
  const asked = [...clocks.values()].filter(({ key }) => /^(request|status):/.test(key));
  const close = (): void => setDialog(null);
  const soon = new Date(now() + 3_600_000).toISOString();
  return (
    <Panel
      title={t('clocks:clocks.title')}
      actions={
        incident.state === 'open' ? (
          <AskButton
            command={{ type: 'promise-update', due: soon, text: SOME_REASON }}
            onClick={() => setDialog('promise')}
          >
            {t('clocks:promise.button')}
          </AskButton>
        ) : null
      }
    >
      <ul className={classes.clocks}>
        {first.map((clock, at) => (
          <li key={clock.key} className={classes.clock}>
            <span className={classes.name}>{nameOf(clock.key)}</span>
            <ClockTime clock={clock} large={at === 0} />
          </li>
        ))}
      </ul>
      {incident.firstResponse === null && incident.state === 'open' ? (
        <AskButton
          command={{
            type: 'give-first-response',
            saidAt: incident.t0,
            channel: 'x',
            proof: SOME_REASON,
          }}
          onClick={() => setDialog('response')}
        >
          {t('clocks:response.button')}
        </AskButton>
      ) : null}
      <Promises />
      {asked.length === 0 ? null : (
        <ul className={classes.clocks}>
          {asked.map((clock) => (
            <li key={clock.key} className={classes.clock}>
              <span className={classes.name}>{nameOf(clock.key)}</span>
              <ClockTime clock={clock} />
            </li>
          ))}
        </ul>
      )}
      <h3 className={classes.heading}>{t('clocks:legal.title')}</h3>
      {incident.legalClocks.length === 0 ? (
        <p className={panel.dim}>{t('clocks:legal.none')}</p>
      ) : null}
      <ul>
        {incident.legalClocks.map((clock) => (
          <LegalClockCard key={clock.id} clock={clock} />
        ))}
      </ul>
      {incident.state === 'open' ? <ListClock /> : null}
      <StepClocks />
      {dialog === 'response' ? <FirstResponseDialog onClose={close} /> : null}
      {dialog === 'promise' ? <PromiseDialog onClose={close} /> : null}
    </Panel>
  );
}

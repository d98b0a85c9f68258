import type { PlaybookRun, RunStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import panel from './panel.module.css';
import classes from './proposed-steps.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';

/** Steps a rise calls for: they count once somebody takes them, and are not lost when somebody declines. */
export function ProposedSteps({ run, steps }: { run: PlaybookRun; steps: readonly RunStep[] }) {
  const t = useText();
  const { language } = useFormat();
  const { send } = useRoom();
  const [declining, setDeclining] = useState(false);
  const proposed = steps.filter(({ standing }) => standing === 'proposed');
  const declined = steps.filter(({ standing }) => standing === 'declined');
  const ids = proposed.map(({ step }) => step.id);
  return (
    <>
      {proposed.length === 0 ? null : (
        <div className={classes.proposed} role="group" aria-label={t('steps:proposed.title')}>
          <p className={panel.warn}>{t('steps:proposed.text', { count: proposed.length })}</p>
          <ul>
            {proposed.map(({ step }) => (
              <li key={step.id}>
                {step.title[language]}{' '}
                <span className={panel.small}>({t(`names:role.${step.role}`)})</span>
              </li>
            ))}
          </ul>
          <div className={panel.buttons}>
            <AskButton
              variant="filled"
              command={{ type: 'add-steps', run: run.id, steps: ids }}
              onClick={() => void send({ type: 'add-steps', run: run.id, steps: ids })}
            >
              {t('steps:proposed.add')}
            </AskButton>
            <AskButton
              command={{ type: 'decline-steps', run: run.id, steps: ids, reason: SOME_REASON }}
              onClick={() => setDeclining(true)}
            >
              {t('steps:proposed.decline')}
            </AskButton>
          </div>
        </div>
      )}
      {declined.map(({ step }) => (
        <div key={step.id} className={panel.row}>
          <span className={panel.small}>
            {t('steps:proposed.declined', { step: step.title[language] })}
          </span>
          <AskButton
            variant="subtle"
            command={{ type: 'add-steps', run: run.id, steps: [step.id] }}
            onClick={() => void send({ type: 'add-steps', run: run.id, steps: [step.id] })}
            about={step.title[language]}
          >
            {t('steps:proposed.addOne')}
          </AskButton>
        </div>
      ))}
      {declining ? (
        <ReasonDialog
          title={t('steps:proposed.declineTitle')}
          consequence={t('steps:proposed.declineText')}
          confirm={t('steps:proposed.decline')}
          order={(reason) => ({ type: 'decline-steps', run: run.id, steps: ids, reason })}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </>
  );
}

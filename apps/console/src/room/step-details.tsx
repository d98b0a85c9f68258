import type { PlaybookRun, RunStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import { AssignDialog } from './assign-dialog.js';
import { fieldsOfStep } from './fields-of-step.js';
import { namesOfSteps } from './names-of-steps.js';
import panel from './panel.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';
import classes from './step-details.module.css';

/** Why and how, what it waits for, what was entered; and everything that can be done about it. */
export function StepDetails({ run, planned }: { run: PlaybookRun; planned: RunStep }) {
  const t = useText();
  const { language } = useFormat();
  const { incident, playbooks, send } = useRoom();
  const [dialog, setDialog] = useState<'assign' | 'skip' | 'reopen' | null>(null);
  const { step, state, waitsFor, closedBy } = planned;
  const names = namesOfSteps(incident, playbooks, language);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const of = { run: run.id, step: step.id };
  const title = step.title[language];
  const isSettled = state === 'done' || state === 'skipped';
  const close = (): void => setDialog(null);
  return (
    <div className={classes.details}>
      <p>{step.why[language]}</p>
      {step.how[language] === '' ? null : <p className={panel.words}>{step.how[language]}</p>}
      {state === 'blocked' ? (
        <p className={panel.warn}>
          {t('steps:step.waitsFor', { steps: waitsFor.map(nameOf).join(' · ') })}
        </p>
      ) : null}
      {closedBy === null ? null : (
        <p className={panel.dim}>{t('steps:step.closedBy', { step: nameOf(closedBy) })}</p>
      )}
      <p className={panel.small}>
        {t('steps:step.role', { role: t(`names:role.${step.role}`) })}
        {step.with.length === 0
          ? ''
          : ` · ${t('steps:step.with', { roles: step.with.map((role) => t(`names:role.${role}`)).join(', ') })}`}
      </p>
      <Entered run={run} planned={planned} />
      {incident.state === 'open' ? (
        <div className={panel.buttons}>
          {isSettled ? (
            <AskButton
              command={{ type: 'reopen-step', ...of, reason: SOME_REASON }}
              onClick={() => setDialog('reopen')}
              about={title}
            >
              {t('steps:step.reopen')}
            </AskButton>
          ) : (
            <>
              <AskButton
                command={{ type: 'start-step', ...of }}
                onClick={() => void send({ type: 'start-step', ...of })}
                about={title}
              >
                {t('steps:step.start')}
              </AskButton>
              <AskButton
                command={{ type: 'assign-step', ...of, person: null }}
                onClick={() => setDialog('assign')}
                about={title}
              >
                {t('steps:step.assign')}
              </AskButton>
              <AskButton
                command={{ type: 'skip-step', ...of, reason: SOME_REASON }}
                onClick={() => setDialog('skip')}
                about={title}
              >
                {t('steps:step.skip')}
              </AskButton>
            </>
          )}
        </div>
      ) : null}
      {dialog === 'assign' ? <AssignDialog run={run} step={step} onClose={close} /> : null}
      {dialog === 'skip' ? (
        <ReasonDialog
          title={t('steps:step.skipTitle', { step: title })}
          consequence={t('steps:step.skipText')}
          confirm={t('steps:step.skip')}
          order={(reason) => ({ type: 'skip-step', ...of, reason })}
          onClose={close}
        />
      ) : null}
      {dialog === 'reopen' ? (
        <ReasonDialog
          title={t('steps:step.reopenTitle', { step: title })}
          consequence={t('steps:step.reopenText')}
          confirm={t('steps:step.reopen')}
          order={(reason) => ({ type: 'reopen-step', ...of, reason })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

/** What was entered or decided. */
function Entered({ run, planned: { step, state } }: { run: PlaybookRun; planned: RunStep }) {
  const t = useText();
  const { language } = useFormat();
  const record = run.steps[step.id];
  if (record === undefined || (state !== 'done' && state !== 'skipped')) return null;
  const answer =
    step.kind === 'decision'
      ? step.options.find(({ id }) => id === run.answers[step.id])?.label[language]
      : undefined;
  const fields = fieldsOfStep(step).filter(({ key }) => (record.inputs[key] ?? '') !== '');
  return (
    <>
      {answer === undefined ? null : (
        <p>
          <strong>{t('steps:step.decided', { option: answer })}</strong>
        </p>
      )}
      {fields.length === 0 ? null : (
        <dl className={classes.inputs}>
          {fields.map(({ key, input: { label, choices }, language: spoken }) => (
            <div key={key}>
              <dt>
                {label[language]}
                {spoken === null ? '' : ` (${t(`steps:step.language.${spoken}`)})`}
              </dt>
              <dd className={panel.words} lang={spoken ?? undefined}>
                {choices.find(({ id }) => id === record.inputs[key])?.label[language] ??
                  record.inputs[key]}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {record.note === null ? null : <p className={panel.words}>{record.note}</p>}
    </>
  );
}

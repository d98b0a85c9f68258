import { Link } from '@tanstack/react-router';
import type { Playbook, PlaybookStep } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { OptionsReading } from './options-reading.js';
import page from './playbook.page.module.css';
import classes from './step-reading.module.css';
import { useStepConditions } from './use-step-conditions.js';
import { useSpan } from './use-span.js';

/** One step as it will be asked of somebody: who, by when, why, how, and what hangs on it. */
export function StepReading({
  step,
  steps,
  playbook,
}: {
  step: PlaybookStep;
  steps: readonly PlaybookStep[];
  playbook: Playbook;
}) {
  const t = useText();
  const { language } = useFormat();
  const span = useSpan();
  const conditions = useStepConditions(steps);
  const nameOf = (id: string): string => steps.find((one) => one.id === id)?.title[language] ?? id;
  const time = span(step.due.minutes);
  const due =
    step.due.after !== null
      ? t('playbooks:step.dueAfter', { time, step: nameOf(step.due.after) })
      : step.due.minutes === 0
        ? t('playbooks:step.atOnce')
        : t('playbooks:step.due', { time });
  const roles = step.with.map((role) => t(`names:role.${role}`)).join(', ');
  return (
    <li className={classes.step} id={`step-${step.id}`}>
      <p className={classes.facts}>
        <span className={classes.kind}>{t(`playbooks:kind.${step.kind}`)}</span>
        <span>
          {t(`names:role.${step.role}`)}
          {roles === '' ? '' : `, ${t('steps:step.with', { roles })}`}
        </span>
        <span>{due}</span>
        {step.origin === playbook.id ? null : <span>{t('playbooks:step.shared')}</span>}
      </p>
      <h4 className={classes.title}>{step.title[language]}</h4>
      {conditions(step).map((sentence) => (
        <p key={sentence} className={page.small}>
          {sentence}
        </p>
      ))}
      <dl className={classes.words}>
        <div>
          <dt>{t('playbooks:step.why')}</dt>
          <dd>{step.why[language]}</dd>
        </div>
        {step.how[language] === '' ? null : (
          <div>
            <dt>{t('playbooks:step.how')}</dt>
            <dd>{step.how[language]}</dd>
          </div>
        )}
      </dl>
      {step.kind === 'decision' ? <OptionsReading step={step} nameOf={nameOf} /> : null}
      {step.kind === 'approval' ? (
        <p className={page.small}>{t('playbooks:step.draft', { step: nameOf(step.draft) })}</p>
      ) : null}
      {step.kind === 'draft' && step.templates.length > 0 ? (
        <ul className={classes.templates}>
          {playbook.templates
            .filter(({ id }) => step.templates.includes(id))
            .map(({ id, title }) => (
              <li key={id}>
                <Link to="." search={(before) => before} hash={`template-${id}`}>
                  {t('playbooks:found.template', { title: title[language] })}
                </Link>
              </li>
            ))}
        </ul>
      ) : null}
      {step.inputs.length === 0 ? null : (
        <p className={page.small}>
          {t('playbooks:step.inputs', {
            inputs: step.inputs.map(({ label }) => label[language]).join(' · '),
          })}
        </p>
      )}
    </li>
  );
}

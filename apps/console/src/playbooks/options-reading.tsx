import type { DecisionStep } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import page from './playbook.page.module.css';
import classes from './step-reading.module.css';

/** What can be decided: what speaks for each, what follows from it, which steps come and go. */
export function OptionsReading({
  step,
  nameOf,
}: {
  step: DecisionStep;
  nameOf: (id: string) => string;
}) {
  const t = useText();
  const { language } = useFormat();
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(' · ');
  return (
    <ul className={classes.options} aria-label={t('playbooks:step.options')}>
      {step.options.map(({ id, label, reason, consequence, opens, closes }) => (
        <li key={id}>
          <p>
            <strong>
              {label[language]}
              {id === step.recommended ? (
                <span className={classes.recommended}> ({t('playbooks:step.recommended')})</span>
              ) : null}
            </strong>
          </p>
          <p>{t('playbooks:step.speaksFor', { reason: reason[language] })}</p>
          <p>{t('playbooks:step.consequence', { text: consequence[language] })}</p>
          {opens.length === 0 ? null : (
            <p className={page.small}>{t('playbooks:step.opens', { steps: names(opens) })}</p>
          )}
          {closes.length === 0 ? null : (
            <p className={page.small}>{t('playbooks:step.closes', { steps: names(closes) })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

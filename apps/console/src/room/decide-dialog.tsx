import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import type { DecisionStep, PlaybookRun } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import panel from './panel.module.css';
import { WordsField } from './words-field.js';

/** A decision of the playbook: each option with what speaks for it and what follows, and the reason it was taken. */
export function DecideDialog({
  run,
  step,
  onClose,
}: {
  run: PlaybookRun;
  step: DecisionStep;
  onClose: () => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const [option, setOption] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const chosen = step.options.find(({ id }) => id === option);
  return (
    <OrderDialog
      title={step.title[language]}
      consequence={step.why[language]}
      confirm={
        chosen === undefined
          ? t('steps:step.decide')
          : t('steps:step.decideFor', { option: chosen.label[language] })
      }
      order={
        option === null || reason.trim() === ''
          ? null
          : { type: 'decide-step', run: run.id, step: step.id, option, reason: reason.trim() }
      }
      onClose={onClose}
    >
      <Radio.Group label={t('steps:step.options')} value={option} onChange={setOption}>
        <div className={panel.options}>
          {step.options.map((one) => (
            <Radio
              key={one.id}
              size="md"
              value={one.id}
              label={
                one.id === step.recommended
                  ? t('steps:step.recommended', { option: one.label[language] })
                  : one.label[language]
              }
              description={`${one.reason[language]} ${t('steps:step.then')} ${one.consequence[language]}`}
            />
          ))}
        </div>
      </Radio.Group>
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}

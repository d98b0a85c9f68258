import type { PlaybookRun, PlaybookStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { StepInputField } from './step-input-field.js';
import { WordsField } from './words-field.js';

/** What a step asks to be entered before it counts as done. */
export function FinishDialog({
  run,
  step,
  onClose,
}: {
  run: PlaybookRun;
  step: PlaybookStep;
  onClose: () => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>(
    run.steps[step.id]?.inputs ?? {},
  );
  const [note, setNote] = useState('');
  const isComplete = step.inputs.every(
    ({ key, required }) => !required || (inputs[key] ?? '').trim() !== '',
  );
  return (
    <OrderDialog
      title={step.title[language]}
      consequence={t('steps:step.doneText')}
      confirm={t('steps:step.done')}
      order={
        isComplete
          ? {
              type: 'finish-step',
              run: run.id,
              step: step.id,
              inputs,
              note: note.trim() === '' ? null : note.trim(),
            }
          : null
      }
      onClose={onClose}
    >
      {step.inputs.map((input) => (
        <StepInputField
          key={input.key}
          input={input}
          value={inputs[input.key] ?? ''}
          onChange={(value) => setInputs((before) => ({ ...before, [input.key]: value }))}
        />
      ))}
      <WordsField value={note} onChange={setNote} label={t('steps:step.note')} optional />
    </OrderDialog>
  );
}

import { inputKeys, type PlaybookRun, type PlaybookStep, type StepInput } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { fieldsOfStep } from './fields-of-step.js';
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
  // Words that are needed must be there in one language; the other may follow.
  const isThere = (input: StepInput): boolean =>
    inputKeys(input).some((key) => (inputs[key] ?? '').trim() !== '');
  const isComplete = step.inputs.every((input) => !input.required || isThere(input));
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
      {fieldsOfStep(step).map((field) => (
        <StepInputField
          key={field.key}
          field={field}
          value={inputs[field.key] ?? ''}
          onChange={(value) => setInputs((before) => ({ ...before, [field.key]: value }))}
        />
      ))}
      <WordsField value={note} onChange={setNote} label={t('steps:step.note')} optional />
    </OrderDialog>
  );
}

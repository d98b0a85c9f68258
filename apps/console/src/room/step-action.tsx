import type { PlaybookRun, RunStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import { DecideDialog } from './decide-dialog.js';
import { fieldsOfStep } from './fields-of-step.js';
import { FinishDialog } from './finish-dialog.js';
import { WordsOfStep } from '../statements/words-of-step.js';
import { SOME_REASON, useRoom } from './room-context.js';

/** The one next thing about a step: tick it, fill in what it asks for, or decide. */
export function StepAction({ run, planned }: { run: PlaybookRun; planned: RunStep }) {
  const t = useText();
  const { language } = useFormat();
  const { incident, send, clocks } = useRoom();
  const [dialog, setDialog] = useState(false);
  const { step, state } = planned;
  const of = { run: run.id, step: step.id };
  // A step that comes back has a clock again after it was done.
  const comesBack = state === 'done' && clocks.has(`step:${run.id}:${step.id}`);
  if (incident.state === 'merged' || (state !== 'open' && !comesBack)) return null;
  const close = (): void => setDialog(false);
  if (step.kind === 'decision') {
    return (
      <>
        <AskButton
          command={{
            type: 'decide-step',
            ...of,
            option: step.options[0]?.id ?? '',
            reason: SOME_REASON,
          }}
          onClick={() => setDialog(true)}
          about={step.title[language]}
        >
          {t('steps:step.decide')}
        </AskButton>
        {dialog ? <DecideDialog run={run} step={step} onClose={close} /> : null}
      </>
    );
  }
  const needs = step.inputs.length > 0;
  const filled = Object.fromEntries(
    fieldsOfStep(step).map(({ key, input: { type, choices } }) => [
      key,
      type === 'choice' ? (choices[0]?.id ?? '') : SOME_REASON,
    ]),
  );
  return (
    <>
      <WordsOfStep run={run} step={step} />
      <AskButton
        command={{ type: 'finish-step', ...of, inputs: filled, note: null }}
        onClick={() =>
          needs ? setDialog(true) : void send({ type: 'finish-step', ...of, inputs: {} })
        }
        about={step.title[language]}
      >
        {t(comesBack ? 'steps:step.again' : 'steps:step.done')}
      </AskButton>
      {dialog ? <FinishDialog run={run} step={step} onClose={close} /> : null}
    </>
  );
}

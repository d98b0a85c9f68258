import type { Phase, PlaybookRun, RunStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { AskButton } from './ask-button.js';
import panel from './panel.module.css';
import { useRoom } from './room-context.js';
import classes from './run-section.module.css';
import { StepRow } from './step-row.js';

/** A phase and its steps; one in which nothing can be done yet, or any more, is folded until somebody looks. */
export function PhaseSection({
  run,
  phase,
  steps,
}: {
  run: PlaybookRun;
  phase: Phase;
  steps: readonly RunStep[];
}) {
  const t = useText();
  const { language } = useFormat();
  const { incident, send } = useRoom();
  const isHere = run.phase === phase.id;
  const hasWork = steps.some(({ state }) => state === 'open');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (isHere || hasWork);
  const settled = steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  const name = phase.title[language];
  return (
    <section className={classes.phase} aria-label={name}>
      <div className={panel.row}>
        <h4 className={classes.phaseName}>
          <button
            type="button"
            className={classes.fold}
            aria-expanded={isOpen}
            onClick={() => setChosen(!isOpen)}
          >
            <Icon name="chevron" size={14} />
            <span>
              {name}{' '}
              <span className={panel.small}>
                ({settled}/{steps.length})
              </span>
              {isHere ? <span className={classes.here}> · {t('steps:runs.here')}</span> : null}
            </span>
          </button>
        </h4>
        {isHere || incident.state !== 'open' || !isOpen ? null : (
          <AskButton
            variant="subtle"
            command={{ type: 'enter-phase', run: run.id, phase: phase.id }}
            onClick={() => void send({ type: 'enter-phase', run: run.id, phase: phase.id })}
            about={name}
          >
            {t('steps:runs.enter')}
          </AskButton>
        )}
      </div>
      {isOpen ? (
        <ol>
          {steps.map((one) => (
            <StepRow key={one.step.id} run={run} planned={one} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

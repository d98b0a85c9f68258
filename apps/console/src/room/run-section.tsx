import { planOfRun, type PlaybookRun } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { AskButton } from './ask-button.js';
import { byPhase } from './by-phase.js';
import panel from './panel.module.css';
import { ProposedSteps } from './proposed-steps.js';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';
import classes from './run-section.module.css';
import { StepRow } from './step-row.js';

/** One playbook at work: its phases and steps, by what is to be done. */
export function RunSection({ run }: { run: PlaybookRun }) {
  const t = useText();
  const { language } = useFormat();
  const { incident, playbooks } = useRoom();
  const [stopping, setStopping] = useState(false);
  const playbook = playbooks.get(run.playbook.hash);
  const steps = playbook === undefined ? [] : planOfRun(incident, run, playbook);
  const settled = steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  const counted = steps.filter(
    ({ state, standing }) => state !== 'closed' && standing === 'in-force',
  );
  const isRunning = run.stopped === null;
  return (
    <section className={classes.run} aria-labelledby={`run-${run.id}`}>
      <div className={panel.row}>
        <h3 id={`run-${run.id}`}>
          {run.playbook.id} {run.playbook.title[language]}{' '}
          <span className={panel.small}>v{run.playbook.version}</span>
        </h3>
        <span className={panel.small}>
          {isRunning ? (
            t('steps:runs.progress', { done: settled, all: counted.length })
          ) : (
            <Stopped run={run} />
          )}
        </span>
      </div>
      {isRunning && playbook !== undefined ? (
        <>
          <ProposedSteps run={run} steps={steps} />
          {byPhase(playbook, steps).map(({ phase, steps: own }) => (
            <section
              key={phase.id}
              className={classes.phase}
              aria-labelledby={`${run.id}-${phase.id}`}
            >
              <div className={panel.row}>
                <h4 id={`${run.id}-${phase.id}`} className={classes.phaseName}>
                  {phase.title[language]}
                  {run.phase === phase.id ? (
                    <span className={classes.here}> · {t('steps:runs.here')}</span>
                  ) : null}
                </h4>
                {run.phase === phase.id ? null : (
                  <EnterPhase run={run.id} phase={phase.id} name={phase.title[language]} />
                )}
              </div>
              <ol>
                {own.map((one) => (
                  <StepRow key={one.step.id} run={run} planned={one} />
                ))}
              </ol>
            </section>
          ))}
          {incident.state === 'open' ? (
            <AskButton
              variant="subtle"
              command={{ type: 'stop-playbook', run: run.id, reason: SOME_REASON }}
              onClick={() => setStopping(true)}
              about={run.playbook.title[language]}
            >
              {t('steps:runs.stop')}
            </AskButton>
          ) : null}
        </>
      ) : null}
      {stopping ? (
        <ReasonDialog
          title={t('steps:runs.stopTitle', { id: run.playbook.id })}
          consequence={t('steps:runs.stopText')}
          confirm={t('steps:runs.stop')}
          order={(reason) => ({ type: 'stop-playbook', run: run.id, reason })}
          onClose={() => setStopping(false)}
        />
      ) : null}
    </section>
  );
}

function Stopped({ run }: { run: PlaybookRun }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  if (run.stopped === null) return null;
  const { by, at, reason } = run.stopped;
  return (
    <>{t('steps:runs.stopped', { name: by?.name ?? '–', time: format.moment(at, now), reason })}</>
  );
}

function EnterPhase({ run, phase, name }: { run: number; phase: string; name: string }) {
  const t = useText();
  const { incident, send } = useRoom();
  if (incident.state !== 'open') return null;
  return (
    <AskButton
      variant="subtle"
      command={{ type: 'enter-phase', run, phase }}
      onClick={() => void send({ type: 'enter-phase', run, phase })}
      about={name}
    >
      {t('steps:runs.enter')}
    </AskButton>
  );
}

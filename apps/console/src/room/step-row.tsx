import type { PlaybookRun, RunStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { ClockTime } from '../incidents/clock-time.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useWaitingSteps } from '../offline/use-waiting-steps.js';
import { Icon, type IconName } from '../ui/icons.js';
import { useRoom } from './room-context.js';
import { StepAction } from './step-action.js';
import { StepDetails } from './step-details.js';
import classes from './step-row.module.css';

const SIGN: Record<RunStep['state'], IconName> = {
  open: 'circle',
  blocked: 'lock',
  closed: 'cross',
  done: 'check',
  skipped: 'skip',
};

/** One step: its state, whose it is, until when; the next thing to do at its side, everything else inside. */
export function StepRow({ run, planned }: { run: PlaybookRun; planned: RunStep }) {
  const t = useText();
  const { language } = useFormat();
  const { id, clocks } = useRoom();
  const [isOpen, setOpen] = useState(false);
  const { step, state } = planned;
  const record = run.steps[step.id];
  const isStarted = state === 'open' && record?.standing === 'started';
  const clock = clocks.get(`step:${run.id}:${step.id}`);
  const waits = useWaitingSteps(id).has(`${run.id}:${step.id}`);
  const sign = isStarted
    ? 'play'
    : step.kind === 'decision' && state === 'open'
      ? 'diamond'
      : SIGN[state];
  return (
    <li className={classes.step} data-state={state} data-started={isStarted || undefined}>
      <div className={classes.line}>
        <button
          type="button"
          className={classes.open}
          aria-expanded={isOpen}
          data-entry={`${run.id}:${step.id}`}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={classes.sign}>
            <Icon name={sign} size={16} />
            <span className="sw-hidden">
              {t(isStarted ? 'steps:step.state.started' : `steps:step.state.${state}`)}:{' '}
            </span>
          </span>
          <span className={classes.name}>{step.title[language]}</span>
          <span className={classes.facts}>
            <Whose run={run} planned={planned} />
            {waits ? <strong>{t('steps:step.waits')}</strong> : null}
            {clock === undefined || state === 'blocked' ? null : <ClockTime clock={clock} />}
          </span>
        </button>
        {waits ? null : <StepAction run={run} planned={planned} />}
      </div>
      {isOpen ? <StepDetails run={run} planned={planned} /> : null}
    </li>
  );
}

/** Who did it and when, who has it, or which role it belongs to. */
function Whose({ run, planned: { step, state } }: { run: PlaybookRun; planned: RunStep }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const record = run.steps[step.id];
  if (record !== undefined && (state === 'done' || state === 'skipped')) {
    return (
      <span>
        {record.by?.name ?? '–'} {format.moment(record.at, now)}
      </span>
    );
  }
  if (record?.standing === 'started') {
    return (
      <span>
        {t('steps:step.startedBy', {
          name: record.person?.name ?? record.by?.name ?? '–',
        })}
      </span>
    );
  }
  return <span>{record?.person?.name ?? t(`names:role.${step.role}`)}</span>;
}

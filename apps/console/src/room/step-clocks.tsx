import { attentionOf } from '@sturmwarte/domain';
import { dueOf } from '../incidents/next-clock.js';
import { useClockName } from '../incidents/clock-name.js';
import { ClockTime } from '../incidents/clock-time.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import classes from './clocks-panel.module.css';
import { useRoom } from './room-context.js';

const MOST = 5;

/** The steps that are due next. */
export function StepClocks() {
  const t = useText();
  const { incident, clocks, playbooks } = useRoom();
  const now = useSpaceClock();
  const nameOf = useClockName(incident, playbooks);
  const steps = [...clocks.values()]
    .filter((clock) => clock.kind === 'step' && attentionOf(clock, now) !== 'quiet')
    .sort((a, b) => (dueOf(a) ?? Infinity) - (dueOf(b) ?? Infinity));
  if (steps.length === 0 || incident.state !== 'open') return null;
  return (
    <>
      <h3 className={classes.heading}>{t('clocks:clocks.steps')}</h3>
      <ul className={classes.clocks}>
        {steps.slice(0, MOST).map((clock) => (
          <li key={clock.key} className={classes.clock}>
            <span className={classes.name}>{nameOf(clock.key)}</span>
            <ClockTime clock={clock} />
          </li>
        ))}
      </ul>
    </>
  );
}

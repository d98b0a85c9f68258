import { attentionOf, stateOf, type IncidentClock } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './clock-time.module.css';

/** A clock's figure as it moves: what is left, what is over, what has gone, or that nobody has assessed it. */
export function ClockTime({ clock, large = false }: { clock: IncidentClock; large?: boolean }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const state = stateOf(clock, now);
  const attention = attentionOf(clock, now);
  const show = (sign: 'clock' | 'warn' | 'check' | 'cross', word: string, title?: string) => (
    <span
      className={classes.clock}
      data-attention={attention}
      data-large={large ? '' : undefined}
      title={title}
    >
      <Icon name={sign} size={large ? 18 : 14} />
      <span>{word}</span>
    </span>
  );
  switch (state.kind) {
    case 'not-assessed':
      return show('warn', t('clocks:clock.notAssessed'));
    case 'not-applicable':
      return show('cross', t('clocks:clock.notApplicable'));
    case 'fulfilled':
      return show(
        'check',
        t(state.late ? 'clocks:clock.late' : 'clocks:clock.kept', {
          time: format.moment(state.atMs, now),
        }),
      );
    case 'running':
    case 'overdue': {
      const { dueMs } = state.marks;
      if (dueMs === null) {
        const time = format.clock(now - state.anchorMs);
        return show('clock', t('clocks:clock.since', { time }));
      }
      const title = t('clocks:clock.due', { time: format.moment(dueMs, now) });
      const time = format.clock(Math.abs(dueMs - now));
      return state.kind === 'overdue'
        ? show('warn', t('clocks:clock.over', { time }), title)
        : show('clock', t('clocks:clock.left', { time }), title);
    }
  }
}

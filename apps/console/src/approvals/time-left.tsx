import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './time-left.module.css';

/** How long the box still runs, by the server's clock, and when the deputy is asked. */
export function TimeLeft({ dueAt, deputyAt }: { dueAt: string | null; deputyAt: string | null }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - now;
  const toDeputy = deputyAt === null ? -1 : Date.parse(deputyAt) - now;
  return (
    <span className={classes.time} data-over={left <= 0 || undefined}>
      <span className={classes.clock}>
        <Icon name={left <= 0 ? 'warn' : 'clock'} size={16} />
        {left > 0
          ? t('approvals:left', { time: format.clock(left) })
          : t('approvals:over', { time: format.clock(-left) })}
      </span>
      {toDeputy > 0 ? (
        <span className={classes.dim}>
          {t('approvals:deputyIn', { time: format.clock(toDeputy) })}
        </span>
      ) : null}
    </span>
  );
}

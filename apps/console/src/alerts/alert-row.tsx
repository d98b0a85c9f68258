import { Link } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { memo } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { LevelMark } from '../ui/level-mark.js';
import classes from './alert-row.module.css';

/** One alert in two lines: level, topic, number; then what has become of it. */
export const AlertRow = memo(function AlertRow({
  alert,
  chosen,
}: {
  alert: AlertView;
  chosen: boolean;
}) {
  const t = useText();
  return (
    <li>
      <Link
        to="/alerts/$alertId"
        params={{ alertId: alert.id }}
        search={(before) => before}
        resetScroll={false}
        className={classes.row ?? ''}
        data-entry={alert.id}
        data-state={alert.state}
        aria-current={chosen ? 'true' : undefined}
      >
        <span className={classes.first}>
          <LevelMark level={alert.level} trend={alert.trend} small />
          <span className={classes.topic}>{alert.topicName}</span>
          <span className={classes.number}>{t('alerts:number', { number: alert.number })}</span>
        </span>
        <span className={classes.second}>
          <AlertStanding alert={alert} />
        </span>
      </Link>
    </li>
  );
});

/** Open since, acknowledged by, or how it ended; and the peak where it was higher. */
export function AlertStanding({ alert }: { alert: AlertView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const at = (iso: string | null): string => format.moment(iso ?? alert.openedAt, now);
  const heldBack = alert.held && alert.state !== 'closed' ? `${t('alerts:held.short')} · ` : '';
  const peak =
    alert.peakLevel > alert.level ? ` · ${t('alerts:peak', { level: alert.peakLevel })}` : '';
  if (alert.state === 'open') {
    const time = format.clock(now - Date.parse(alert.openedAt));
    return (
      <>
        {heldBack}
        <strong className={heldBack === '' ? classes.waiting : undefined}>
          {t('alerts:openFor', { time })}
        </strong>
        {peak}
      </>
    );
  }
  if (alert.state === 'acknowledged') {
    const by = alert.acknowledgedBy?.name ?? '–';
    return (
      <>
        {heldBack}
        {t('alerts:ackBy', { by, time: at(alert.acknowledgedAt) })}
        {peak}
      </>
    );
  }
  const kind = t(`names:closeKind.${alert.closeKind ?? 'eased'}`);
  return (
    <>
      {t('alerts:closedAs', { kind, time: at(alert.closedAt) })}
      {peak}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { NOTICE_LEVEL } from '@sturmwarte/domain';
import { memo } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { LevelMark } from '../ui/level-mark.js';
import classes from './alert-row.module.css';
import { useEvidenceSentence } from './use-evidence-sentence.js';

/** One alert in a few lines: level, topic, number; what has become of it; why it stands. */
export const AlertRow = memo(function AlertRow({
  alert,
  chosen,
}: {
  alert: AlertView;
  chosen: boolean;
}) {
  const t = useText();
  const write = useEvidenceSentence();
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
        {isTelling(alert) ? <span className={classes.third}>{write(alert.evidence)}</span> : null}
      </Link>
    </li>
  );
});

/** Once it has eased, what is said now tells nothing about it. */
function isTelling({ state, level, evidence }: AlertView): boolean {
  return state !== 'closed' && level >= NOTICE_LEVEL && Boolean(evidence.drivers);
}

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

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AlertDetail } from '@sturmwarte/contracts';
import { evidenceOfRise } from '@sturmwarte/domain';
import { AlertLookBack } from '../backtest/alert-look-back.js';
import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import { useLiveStatus } from '../live/live-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { cx } from '../ui/cx.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AlertActions } from './alert-actions.js';
import { AlertCurve } from './alert-curve.js';
import { AlertHistory } from './alert-history.js';
import { AlertStanding } from './alert-row.js';
import { alertQuery } from './alerts.queries.js';
import classes from './alert-detail.module.css';
import { Drivers } from './drivers.js';
import { EvidenceSentence } from './evidence-sentence.js';

import { EvidenceMentions } from './evidence-mentions.js';
import { HeldBack } from './held-back.js';
import { KeyNumbers } from './key-numbers.js';
import { OutlookPanel } from './outlook-panel.js';
import { QuietNote } from './quiet-note.js';
import { SimilarAlerts } from './similar-alerts.js';
import { TurningPoints } from './turning-points.js';
import { WhyItFired } from './why-it-fired.js';

/** One alert: what burns, why it fired, who said it, what was done, and what can be done now. */
export function AlertDetailPage() {
  const { alertId } = useParams({ from: '/watch/alerts/$alertId' });
  const detail = useQuery(alertQuery(alertId));
  if (detail.isPending) return <Skeleton rows={4} height={96} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return <Detail key={alertId} detail={detail.data} />;
}

function Detail({ detail }: { detail: AlertDetail }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { connection } = useLiveStatus();
  const { alert } = detail;
  const risen = evidenceOfRise(detail);
  const isHeld = risen !== alert.evidence && alert.level === alert.peakLevel;
  return (
    <article
      className={cx(classes.detail, connection === 'disconnected' && classes.old)}
      aria-labelledby="alert-title"
    >
      <header className={classes.head}>
        <Link to="/alerts" search={(before) => before} className={classes.back ?? ''}>
          <Icon name="back" size={16} /> {t('alerts:back')}
        </Link>
        <div className={classes.marks}>
          <LevelMark level={alert.level} trend={alert.trend} />
          <span className={classes.dim}>
            {t('alerts:number', { number: alert.number })} ·{' '}
            {t('alerts:opened', { time: format.moment(alert.openedAt, now) })}
          </span>
        </div>
        <h1 id="alert-title" className={classes.title}>
          {alert.topicName}
        </h1>
        <EvidenceSentence evidence={risen} isPast={risen !== alert.evidence} />
        <p>
          <AlertStanding alert={alert} />
        </p>
        <HeldBack alert={alert} />
        <QuietNote quiet={alert.evidence.quiet ?? null} />
        <AlertActions alert={alert} />
      </header>
      <KeyNumbers evidence={alert.evidence} />
      <OutlookPanel alert={alert} risen={risen} />
      <WhyItFired evidence={risen} heldLevel={isHeld ? alert.level : null} />
      <AlertCurve alert={alert} risen={risen} />
      <TurningPoints detail={detail} />
      <AlertLookBack alert={alert} />
      <Drivers alert={alert} evidence={risen} driving={detail.driving} />
      <EvidenceMentions detail={detail} />
      <AlertHistory detail={detail} />
      <SimilarAlerts similar={detail.similar} />
    </article>
  );
}

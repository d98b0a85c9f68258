import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { AlertStanding } from '../alerts/alert-row.js';
import { alertSearchQuery } from '../alerts/alerts.queries.js';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import { LevelMark } from '../ui/level-mark.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import classes from './incidents.page.module.css';

/** Alerts of any age with these words: in their topic, what stood out, what was noted, why they were closed. */
export function AlertHits({ words }: { words: string }) {
  const t = useText();
  const hits = useQuery(alertSearchQuery(useSpaceId(), words));
  if (words.trim().length < 2) return null;
  if (hits.isPending) return <Skeleton rows={2} />;
  if (hits.isError) return <Problem problem={hits.error} retry={() => void hits.refetch()} />;
  return (
    <section className={classes.hits} aria-labelledby="alert-hits">
      <h2 id="alert-hits">{t('incidents:hits.alerts', { count: hits.data.length, words })}</h2>
      <ol>
        {hits.data.map((alert) => (
          <Hit key={alert.id} alert={alert} />
        ))}
      </ol>
    </section>
  );
}

function Hit({ alert }: { alert: AlertView }) {
  const t = useText();
  const { closeReason, evidence } = alert;
  const terms = evidence.terms.slice(0, 5).map(({ term }) => term);
  return (
    <li>
      <Link
        to="/alerts/$alertId"
        params={{ alertId: alert.id }}
        search={({ space }) => (space === undefined ? {} : { space })}
        className={classes.hit ?? ''}
      >
        <LevelMark level={alert.peakLevel} small /> {t('alerts:number', { number: alert.number })}{' '}
        {alert.topicName} ·{' '}
        <span className={classes.dim}>
          <AlertStanding alert={alert} />
          {closeReason === null ? null : `: ${t(`names:noEventReason.${closeReason}`)}`}
          {terms.length === 0 ? null : ` · ${terms.join(', ')}`}
        </span>
      </Link>
    </li>
  );
}

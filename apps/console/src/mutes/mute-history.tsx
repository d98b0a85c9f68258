import { useQuery } from '@tanstack/react-query';
import type { MuteView } from '@sturmwarte/contracts';
import { AlertRow } from '../alerts/alert-row.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { muteQuery } from './mutes.queries.js';
import classes from './mutes.module.css';
import { QuietMentions } from './quiet-mentions.js';

/** Who did what to a mute, and what it has held back. */
export function MuteHistory({ mute }: { mute: MuteView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const detail = useQuery(muteQuery(mute.id));
  if (detail.isPending) return <Skeleton rows={2} height={40} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  const { history, alerts, mentions } = detail.data;
  const isOfTopic = mute.subject.kind === 'topic';
  return (
    <div className={classes.history}>
      <section>
        <h3>{t('mutes:history')}</h3>
        <ol className={classes.events}>
          {history.map(({ kind, at, by, reason, until }) => (
            <li key={`${kind} ${at}`}>
              <time dateTime={at}>{format.moment(at, now)}</time> {by?.name ?? t('mutes:machine')}:{' '}
              {t(`mutes:event.${kind}`, { until: format.moment(until, now) })}
              {reason === null ? null : <span className={classes.small}> ({reason})</span>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{isOfTopic ? t('mutes:held') : t('mutes:quiet')}</h3>
        {!isOfTopic ? (
          <QuietMentions mentions={mentions} />
        ) : alerts.length === 0 ? (
          <p className={classes.small}>{t('mutes:heldNothing')}</p>
        ) : (
          <ul className={classes.alerts}>
            {alerts.map((alert) => (
              <AlertRow key={alert.id} alert={alert} chosen={false} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

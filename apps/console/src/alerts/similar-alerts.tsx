import { Link } from '@tanstack/react-router';
import type { SimilarAlert } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { LevelMark } from '../ui/level-mark.js';
import detailClasses from './alert-detail.module.css';
import classes from './similar-alerts.module.css';

export function SimilarAlerts({ similar }: { similar: readonly SimilarAlert[] }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  return (
    <section className={detailClasses.panel} aria-labelledby="similar">
      <h2 id="similar">{t('alerts:similar.title')}</h2>
      {similar.length === 0 ? (
        <p className={detailClasses.dim}>{t('alerts:similar.none')}</p>
      ) : (
        <ul>
          {similar.map((alert) => (
            <li key={alert.id} className={classes.row}>
              <LevelMark level={alert.peakLevel} small />
              <Link
                to="/alerts/$alertId"
                params={{ alertId: alert.id }}
                search={(before) => before}
                className={classes.link ?? ''}
              >
                {t('alerts:number', { number: alert.number })} {alert.topicName}
              </Link>
              {alert.shared.length === 0 ? null : (
                <span>{alert.shared.map((term) => t('drivers:quoted', { term })).join(', ')}</span>
              )}
              <span className={detailClasses.dim}>
                {format.moment(alert.openedAt, now)}
                {alert.closedAt === null
                  ? ''
                  : ` · ${t('alerts:similar.lasted', {
                      time: format.clock(Date.parse(alert.closedAt) - Date.parse(alert.openedAt)),
                    })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

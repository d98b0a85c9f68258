import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import classes from './owed-reviews.module.css';

const DAY_MS = 86_400_000;

/** Break-glass releases nobody has looked at yet: loud, for everybody who sees the queue. */
export function OwedReviews() {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const space = useSpaceId();
  const { data: open = [] } = useQuery(incidentsQuery({ space, state: 'open' }));
  const { data: over = [] } = useQuery(incidentsQuery({ space, state: 'all-clear' }));
  const owed = [...open, ...over].flatMap(({ id, incident }) =>
    incident.emergencies
      .filter(({ review }) => review === null)
      .map((release) => ({ id, incident, release })),
  );
  if (owed.length === 0) return null;
  return (
    <ul className={classes.owed} aria-label={t('approvals:reviews.title')}>
      {owed.map(({ id, incident, release }) => {
        const left = Date.parse(release.at) + DAY_MS - now;
        return (
          <li key={`${id}-${release.seq}`}>
            <Icon name="warn" />
            <span>
              <strong>
                {t('release:emergency.released', {
                  name: release.by?.name ?? '–',
                  time: format.moment(release.at, now),
                })}
              </strong>{' '}
              {incident.number} {incident.title}.{' '}
              {left > 0
                ? t('release:emergency.reviewDue', { left: format.clock(left) })
                : t('release:emergency.reviewOver', { over: format.clock(-left) })}
            </span>
            <Link
              to="/incidents/$incidentId/statements/$statementId"
              params={{ incidentId: id, statementId: release.statement }}
              search={
                (({ space: own }: { space?: number }) =>
                  own === undefined ? {} : { space: own }) as never
              }
            >
              {t('release:emergency.review')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

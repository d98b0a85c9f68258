import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentView } from '@sturmwarte/contracts';
import { levelInForce, requestsTo, worstFirst } from '@sturmwarte/domain';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { CalmSea } from './calm-sea.js';
import classes from './executive.page.module.css';
import { ExecutiveIncident } from './executive-incident.js';

/** Leitung: the one open incident at once; of several, the worst first to choose from; calm when there is none. */
export function ExecutivePage() {
  const space = useSpaceId();
  const list = useQuery(incidentsQuery({ space, state: 'open' }));
  if (list.isPending) return <Skeleton rows={3} height={120} />;
  if (list.isError) return <Problem problem={list.error} retry={() => void list.refetch()} />;
  const open = list.data
    .filter(({ incident }) => incident.state === 'open')
    .sort((a, b) => worstFirst(a.incident, b.incident));
  const [first, second] = open;
  if (first === undefined) return <CalmSea />;
  if (second === undefined) return <ExecutiveIncident key={first.id} id={first.id} />;
  return <Chooser open={open} />;
}

function Chooser({ open }: { open: readonly IncidentView[] }) {
  const t = useText();
  return (
    <>
      <header className={classes.head}>
        <h1>{t('executive:title')}</h1>
        <span className={classes.dim}>
          {t('executive:open', { count: open.length })}. {t('executive:chooseHint')}
        </span>
      </header>
      <ul className={classes.cards} aria-label={t('executive:chooser')}>
        {open.map((view) => (
          <li key={view.id}>
            <Card view={view} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card({ view: { id, incident } }: { view: IncidentView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const me = useSession().person;
  const waits = requestsTo(incident, me.id).length > 0;
  const { number, impact, level, status } = incident;
  return (
    <Link
      to="/executive/$incidentId"
      params={{ incidentId: id }}
      search={(before) => before}
      className={classes.card ?? ''}
    >
      <span className={classes.marks}>
        <LevelMark level={levelInForce(incident)} trend={level.trend} />
        <span className={classes.dim}>
          {number} ·{' '}
          {impact === null
            ? t('report:impactNone')
            : t('report:impact', {
                impact: impact.impact,
                meaning: t(`report:impactMeaning.${impact.impact}`),
              })}
        </span>
      </span>
      <strong className={classes.title}>{incident.title}</strong>
      <span className={classes.dim}>
        {t('report:since', { time: format.moment(level.since, now) })}
        {status === null ? '' : ` · ${status.summary}`}
      </span>
      {waits ? (
        <span className={classes.waits}>
          <Icon name="warn" size={16} /> {t('executive:waitsForYou')}
        </span>
      ) : null}
    </Link>
  );
}

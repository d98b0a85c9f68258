import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useParams, useSearch } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { PauseButton } from '../app/pause-button.js';
import { usePause } from '../app/pause.js';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import { cx } from '../ui/cx.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AlertFilters } from './alert-filters.js';
import { AlertRow } from './alert-row.js';
import { alertsQuery } from './alerts.queries.js';
import classes from './alerts.page.module.css';

const PAGE_SIZE = 50;
const MOST = 200;

/** Alarme: the list with its filters; beside it, or instead of it on a narrow screen, the chosen alert. */
export function AlertsPage() {
  const t = useText();
  const chosen = useMatchRoute()({ to: '/alerts/$alertId' }) !== false;
  useEntryKeys();
  return (
    <div className={cx(classes.page, chosen && classes.chosen)}>
      <section className={classes.list} aria-label={t('alerts:list')}>
        <header className={classes.head}>
          {chosen ? (
            <h2 className={classes.title}>{t('alerts:title')}</h2>
          ) : (
            <h1>{t('alerts:title')}</h1>
          )}
          <span className={classes.pause}>
            <PauseButton />
          </span>
        </header>
        <AlertFilters />
        <AlertList />
      </section>
      <section className={classes.detail}>
        {chosen ? <Outlet /> : <p className={classes.choose}>{t('alerts:choose')}</p>}
      </section>
    </div>
  );
}

function AlertList() {
  const t = useText();
  const space = useSpaceId();
  const { state, topic, level } = useSearch({ from: '/watch/alerts' });
  const { alertId } = useParams({ strict: false });
  const [limit, setLimit] = useState(PAGE_SIZE);
  const alerts = useQuery(alertsQuery({ space, state, topic, limit }));
  if (alerts.isPending) return <Skeleton rows={6} height={56} />;
  if (alerts.isError) return <Problem problem={alerts.error} retry={() => void alerts.refetch()} />;
  const isFiltered = state !== undefined || topic !== undefined || level !== undefined;
  const wanted = alerts.data.filter((alert) => alert.level >= (level ?? 0));
  return (
    <>
      <HeldRows alerts={wanted} chosen={alertId ?? null} />
      {wanted.length === 0 ? (
        <p className={classes.empty}>
          {isFiltered ? t('alerts:emptyFilter') : t('alerts:empty')}
          {isFiltered ? (
            <>
              {' '}
              <Link to="/alerts" search={({ space }) => (space === undefined ? {} : { space })}>
                {t('alerts:filter.clear')}
              </Link>
            </>
          ) : null}
        </p>
      ) : null}
      {alerts.data.length === limit && limit < MOST ? (
        <button type="button" className={classes.more} onClick={() => setLimit(MOST)}>
          {t('app:action.more')}
        </button>
      ) : null}
    </>
  );
}

/** While the display is paused the rows stay, their content stays true, and new alerts are only counted. */
function HeldRows({ alerts, chosen }: { alerts: readonly AlertView[]; chosen: number | null }) {
  const t = useText();
  const { since, toggle } = usePause();
  const [held, setHeld] = useState<ReadonlySet<number> | null>(null);
  if (since !== null && held === null) setHeld(new Set(alerts.map((alert) => alert.id)));
  if (since === null && held !== null) setHeld(null);
  const rows = held === null ? alerts : alerts.filter((alert) => held.has(alert.id));
  const waiting = alerts.length - rows.length;
  return (
    <>
      {waiting > 0 ? (
        <button type="button" className={classes.more} onClick={toggle}>
          {t('alerts:newer', { count: waiting })}
        </button>
      ) : null}
      <ul>
        {rows.map((alert) => (
          <AlertRow key={alert.id} alert={alert} chosen={alert.id === chosen} />
        ))}
      </ul>
    </>
  );
}

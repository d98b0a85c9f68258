import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PauseButton } from '../app/pause-button.js';
import { useHeld } from '../app/pause.js';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useMayAnywhere } from '../session/session.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { AlertHits } from './alert-hits.js';
import { IncidentFilters } from './incident-filters.js';
import { IncidentHits } from './incident-hits.js';
import { IncidentRow } from './incident-row.js';
import { incidentsQuery } from './incidents.queries.js';
import classes from './incidents.page.module.css';
import { OpenIncidentDialog } from './open-incident-dialog.js';
import { openFirst } from './open-first.js';
import { usePlaybooks } from './use-playbooks.js';
import { useMayOpen } from './use-may-open.js';

/** Lagen: what is being dealt with, what was, and a way into everything that was decided. */
export function IncidentsPage() {
  const t = useText();
  const { standing, words } = useSearch({ from: '/watch/incidents' });
  const [opening, setOpening] = useState(false);
  const brandId = useMayOpen();
  useEntryKeys();
  const router = useRouter();
  useEffect(() => {
    // The room's code comes before it is needed: a room kept on the device is to open without a connection.
    const room = router.routesById['/watch/incidents/$incidentId'];
    void router.loadRouteChunk(room)?.catch(() => undefined);
  }, [router]);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t('incidents:title')}</h1>
        <PauseButton />
        <span className={classes.open}>
          <RightButton
            right="incident.open"
            brandId={brandId}
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setOpening(true)}
          >
            {t('incidents:open.button')}
          </RightButton>
        </span>
      </header>
      <IncidentFilters />
      {words === undefined ? null : (
        <>
          <IncidentHits words={words} />
          <AlertHits words={words} />
        </>
      )}
      <IncidentList state={standing} />
      {opening ? <OpenIncidentDialog onClose={() => setOpening(false)} /> : null}
    </div>
  );
}

function IncidentList({ state }: { state: 'open' | 'all-clear' | 'merged' | undefined }) {
  const t = useText();
  const space = useSpaceId();
  const incidents = useQuery(incidentsQuery({ space, state }));
  const { playbooks } = usePlaybooks((incidents.data ?? []).map(({ incident }) => incident));
  const held = useHeld(incidents.data);
  const maySee = useMayAnywhere('incident.see');
  if (incidents.isPending) return <Skeleton rows={4} height={64} />;
  if (incidents.isError) {
    return <Problem problem={incidents.error} retry={() => void incidents.refetch()} />;
  }
  const rows = openFirst(held ?? incidents.data);
  if (rows.length === 0) {
    const empty = maySee ? t('incidents:empty') : t('incidents:emptyForMembers');
    return <p className={classes.empty}>{state ? t('incidents:emptyFilter') : empty}</p>;
  }
  return (
    <ol className={classes.list} aria-label={t('incidents:list')}>
      {rows.map((view) => (
        <IncidentRow key={view.id} view={view} playbooks={playbooks} />
      ))}
    </ol>
  );
}

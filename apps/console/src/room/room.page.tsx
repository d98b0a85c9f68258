import { Link, useParams } from '@tanstack/react-router';
import type { IncidentDetail } from '@sturmwarte/contracts';
import type { MouseEvent } from 'react';
import { useIncident } from '../incidents/use-incident.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { Timeline } from '../journal/timeline.js';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useLiveStatus } from '../live/live-context.js';
import { useKeptRoom } from '../offline/use-kept-room.js';
import { cx } from '../ui/cx.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AlertsPanel } from './alerts-panel.js';
import { ClocksPanel } from './clocks-panel.js';
import { LedgerPanel } from './ledger-panel.js';
import { QuestionsPanel } from './questions-panel.js';
import { RoomHead } from './room-head.js';
import { RoomOver } from './room-over.js';
import { RoomProvider } from './room-provider.js';
import classes from './room.page.module.css';
import { RunsPanel } from './runs-panel.js';
import { StatementsPanel } from '../statements/statements-panel.js';
import { TeamPanel } from './team-panel.js';

/** The incident room: what to do, what runs out, what happened, and who is there. */
export function RoomPage() {
  const { incidentId } = useParams({ from: '/watch/incidents/$incidentId' });
  const detail = useIncident(incidentId);
  useEntryKeys();
  const keptAt = useKeptRoom(incidentId, detail);
  // What is there is shown, also when it could not be read anew.
  if (detail.data !== undefined) {
    return <Room key={incidentId} detail={detail.data} keptAt={keptAt} />;
  }
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return <Skeleton rows={5} height={96} />;
}

function Room({ detail, keptAt }: { detail: IncidentDetail; keptAt: number | null }) {
  const t = useText();
  const format = useFormat();
  const { connection } = useLiveStatus();
  const { playbooks, isPending } = usePlaybooks([detail.incident]);
  return (
    <RoomProvider detail={detail} playbooks={playbooks}>
      <article
        className={cx(
          classes.room,
          (connection === 'disconnected' || keptAt !== null) && classes.old,
        )}
        aria-labelledby="room-title"
        data-room
      >
        <div className={classes.ways}>
          <Link
            to="/incidents"
            search={({ space }) => (space === undefined ? {} : { space })}
            className={classes.back ?? ''}
          >
            <Icon name="back" size={16} /> {t('incidents:back')}
          </Link>
          <a href="#timeline" className={classes.jump} onClick={goToTimeline}>
            {t('room:toTimeline')}
          </a>
        </div>
        {keptAt === null ? null : (
          <p className={classes.kept} role="status">
            {t('room:offline.kept', { time: format.dateTime(keptAt) })}
          </p>
        )}
        <RoomHead />
        <RoomOver />
        <div className={classes.columns}>
          <div className={classes.column}>
            <RunsPanel isPending={isPending} />
            <StatementsPanel />
          </div>
          <div className={classes.column}>
            <ClocksPanel />
            <LedgerPanel />
            <QuestionsPanel />
            <TeamPanel />
            <AlertsPanel />
          </div>
          <div className={classes.timeline}>
            <Timeline />
          </div>
        </div>
      </article>
    </RoomProvider>
  );
}

/** Down the page, without a change of the address: going back leads out of the room. */
function goToTimeline(event: MouseEvent): void {
  const heading = document.getElementById('timeline');
  if (heading === null) return;
  event.preventDefault();
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}

import { Link, useParams } from '@tanstack/react-router';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { useIncident } from '../incidents/use-incident.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { useText } from '../language/text.js';
import { useLiveStatus } from '../live/live-context.js';
import { RoomProvider } from '../room/room-provider.js';
import { cx } from '../ui/cx.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatementDesk } from './statement-desk.js';
import classes from './statement.page.module.css';

/** One statement of an incident: its texts, who must approve them, and where they were published. */
export function StatementPage() {
  const { incidentId } = useParams({
    from: '/watch/incidents/$incidentId/statements/$statementId',
  });
  const detail = useIncident(incidentId);
  if (detail.isPending) return <Skeleton rows={5} height={96} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return <Page key={incidentId} detail={detail.data} />;
}

function Page({ detail }: { detail: IncidentDetail }) {
  const t = useText();
  const { statementId } = useParams({
    from: '/watch/incidents/$incidentId/statements/$statementId',
  });
  const { connection } = useLiveStatus();
  const { playbooks } = usePlaybooks([detail.incident]);
  const statement = detail.incident.statements.find(({ id }) => id === statementId);
  return (
    <RoomProvider detail={detail} playbooks={playbooks}>
      <article
        className={cx(classes.page, connection === 'disconnected' && classes.old)}
        aria-labelledby="statement-title"
      >
        <Link
          to="/incidents/$incidentId"
          params={{ incidentId: detail.id }}
          search={
            (({ space }: { space?: number }) => (space === undefined ? {} : { space })) as never
          }
          className={classes.back ?? ''}
        >
          <Icon name="back" size={16} /> {detail.incident.number} {detail.incident.title}
        </Link>
        {statement === undefined ? (
          <p>{t('statements:notHere')}</p>
        ) : (
          <StatementDesk key={statement.id} statement={statement} />
        )}
      </article>
    </RoomProvider>
  );
}

import { useQuery } from '@tanstack/react-query';
import { incidentQuery } from '../incidents/incidents.queries.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { RoomProvider } from '../room/room-provider.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import type { QueueItem } from './approval-queue.js';
import { Reading } from './reading.js';

/** Reads the incident of an opened item, and keeps it up: what is approved is always what stands there now. */
export function ReadingOnDemand({ item }: { item: QueueItem }) {
  const detail = useQuery(incidentQuery(item.view.id));
  const { playbooks } = usePlaybooks([item.view.incident]);
  if (detail.isPending) return <Skeleton rows={2} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return (
    <RoomProvider detail={detail.data} playbooks={playbooks}>
      <Reading statementId={item.statement.id} />
    </RoomProvider>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ApprovalsView } from '@sturmwarte/contracts';
import { useMemo } from 'react';
import { useIncident } from '../incidents/use-incident.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { keyOf } from '../statements/variant-of.js';
import { RoomProvider } from '../room/room-provider.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import type { QueueItem } from './approval-queue.js';
import { Reading } from './reading.js';
import { readingsQuery } from './readings.queries.js';

/** Reads the incident of an opened item, and keeps it up: what is approved is always what stands there now. */
export function ReadingOnDemand({ item }: { item: QueueItem }) {
  const detail = useIncident(item.view.id);
  const { playbooks } = usePlaybooks([item.view.incident]);
  const readings = useQuery(readingsQuery(item.view.incident.spaceId));
  // Without an answer this browser's own memory has to do.
  const known = useMemo(
    () => lastReadOf(readings.data, item.view.id, item.statement.id),
    [readings.data, item.view.id, item.statement.id],
  );
  if (readings.isLoading) return <Skeleton rows={2} />;
  if (detail.isPending) return <Skeleton rows={2} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return (
    <RoomProvider detail={detail.data} playbooks={playbooks}>
      <Reading statementId={item.statement.id} known={known} />
    </RoomProvider>
  );
}

/** The version of each text this person read last, by channel and language. */
function lastReadOf(
  view: ApprovalsView | undefined,
  incident: number,
  statement: number,
): Readonly<Record<string, number>> {
  const rows = [...(view?.mine ?? []), ...(view?.others ?? [])].filter(
    (row) => row.incidentId === incident && row.statement.id === statement,
  );
  return Object.fromEntries(
    rows.flatMap((row) => {
      const version = row.readBefore?.version ?? (row.isRead ? row.version : null);
      return version === null ? [] : [[keyOf(row), version]];
    }),
  );
}

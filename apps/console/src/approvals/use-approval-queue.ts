import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { approvalQueue, type QueueItem } from './approval-queue.js';

/** Turns move by the minute; looking every few seconds is soon enough, and cheap with hundreds waiting. */
const LOOK_EVERY_MS = 5_000;

/** What waits for a yes in this space. Statements outlive their storm: closing words follow the all-clear. */
export function useApprovalQueue(): {
  readonly items: readonly QueueItem[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
} {
  const space = useSpaceId();
  const open = useQuery(incidentsQuery({ space, state: 'open' }));
  const over = useQuery(incidentsQuery({ space, state: 'all-clear' }));
  const { person } = useSession();
  const look = Math.floor(useSpaceClock() / LOOK_EVERY_MS) * LOOK_EVERY_MS;
  const items = useMemo(
    () =>
      approvalQueue(
        [...(open.data ?? []), ...(over.data ?? [])],
        person,
        new Date(look).toISOString(),
      ),
    [open.data, over.data, person, look],
  );
  return {
    items,
    isPending: open.isPending || over.isPending,
    error: open.error ?? over.error,
    refetch: () => {
      void open.refetch();
      void over.refetch();
    },
  };
}

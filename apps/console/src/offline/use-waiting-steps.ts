import { useMemo, useSyncExternalStore } from 'react';
import { tickQueue } from './tick-queue.js';

/** The steps of an incident whose tick waits for the connection, as `run:step`. */
export function useWaitingSteps(incidentId: number): ReadonlySet<string> {
  const ticks = useSyncExternalStore(tickQueue.watch, tickQueue.all);
  return useMemo(
    () =>
      new Set(
        ticks
          .filter((tick) => tick.incidentId === incidentId)
          .map(({ order }) => `${order.run}:${order.step}`),
      ),
    [ticks, incidentId],
  );
}

import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';

/** One more reading at most in this time, however much changes meanwhile. */
const PAUSE_MS = 300;
const waiting = new WeakSet<Query>();

/**
 * What is being read while it changes may be answered as it was before: it is read once more when the answer is
 * there, unless `isOld` finds that the answer already holds the change.
 */
export function readAgain(
  client: QueryClient,
  filters: QueryFilters,
  isOld: (data: unknown) => boolean = () => true,
): void {
  for (const query of client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' })) {
    if (waiting.has(query) || query.promise === undefined) continue;
    waiting.add(query);
    const again = (): void => {
      waiting.delete(query);
      if (!isOld(query.state.data)) return;
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    };
    const later = (): void => void setTimeout(again, PAUSE_MS);
    query.promise.then(later, later);
  }
}

/** Reads anew what the filters match, also what is being read for the first time: React Query alone leaves that. */
export function readAnew(client: QueryClient, filters: QueryFilters): void {
  readAgain(client, filters);
  void client.invalidateQueries(filters);
}

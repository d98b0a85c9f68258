import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { SessionView } from '@sturmwarte/contracts';
import { sessionQuery } from '../session/session.queries.js';
import type { AppRouter } from './router.js';

const SESSION = hashKey(sessionQuery.queryKey);
const OPEN_TO_ALL = ['/sign-in', '/setup', '/link/'];

/** When the session ends, wherever that was decided, the door is shown; the way back is remembered. */
export function followSession(queryClient: QueryClient, router: AppRouter): void {
  let wasIn = false;
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryHash !== SESSION) return;
    const data = event.query.state.data as SessionView | null | undefined;
    const ended = wasIn && data === null;
    if (data !== undefined) wasIn = data !== null;
    if (!ended) return;
    const { pathname, href } = router.state.location;
    if (OPEN_TO_ALL.some((path) => pathname.startsWith(path))) return;
    void router.navigate({ to: '/sign-in', search: { next: href, why: 'ended' } });
  });
}

import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { SessionView, SignInAnswer, SignInRequest } from '@sturmwarte/contracts';
import { api, rememberCsrf } from '../api/call.js';
import { Refusal } from '../api/refusal.js';

/** Who is signed in; `null`: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return keep(await api.get<SessionView>('/session', {}, signal));
    } catch (problem) {
      if (problem instanceof Refusal && problem.code === 'not-signed-in') return keep(null);
      throw problem;
    }
  },
  staleTime: Infinity,
  retry: false,
});

/** Into a session, or to the question for the second factor. */
export async function signIn(client: QueryClient, request: SignInRequest): Promise<SignInAnswer> {
  const answer = await api.post<SignInAnswer>('/session', request);
  return 'secondStep' in answer ? answer : enter(client, answer);
}

export async function signOut(client: QueryClient): Promise<void> {
  await api.remove('/session');
  leave(client);
  await erase(null);
}

/** Takes over a session the server has just opened. */
export function enter(client: QueryClient, session: SessionView): SessionView {
  client.clear();
  // What somebody else left on this device when their session ended is not for this person.
  void erase(session.person.id);
  client.setQueryData(sessionQuery.queryKey, keep(session));
  return session;
}

/** Forgets everything that was seen; nothing of one person may show to the next. */
export function leave(client: QueryClient): void {
  client.clear();
  client.setQueryData(sessionQuery.queryKey, keep(null));
}

/** What is kept on the device, but for what waits to be sent by this person. */
async function erase(but: number | null): Promise<void> {
  const [{ eraseOffline }, { tickQueue }] = await Promise.all([
    import('../offline/offline-store.js'),
    import('../offline/tick-queue.js'),
  ]);
  if (but === null) tickQueue.forget();
  await eraseOffline(but);
}

function keep<T extends SessionView | null>(session: T): T {
  rememberCsrf(session?.csrf ?? null);
  return session;
}

import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { Refusal } from '../api/refusal.js';
import { leave, sessionQuery } from '../session/session.queries.js';

/** One cache of what the server said. Live messages keep it fresh, so nothing is fetched again by the clock. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (problem) => noticeEnd(problem) }),
    mutationCache: new MutationCache({ onError: (problem) => noticeEnd(problem) }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, problem) => !(problem instanceof Refusal) && count < 2,
      },
      // Never held back until the browser is online again: a yes given on the train must not arrive an hour later.
      // What may wait all the same, ticks of steps, is kept by `offline/`.
      mutations: { networkMode: 'always' },
    },
  });
  /** A session that ended elsewhere ends here as well. */
  const noticeEnd = (problem: unknown): void => {
    const ended = problem instanceof Refusal && problem.code === 'not-signed-in';
    if (ended && client.getQueryData(sessionQuery.queryKey)) leave(client);
  };
  return client;
}

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { MentionPage } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../api/call.js';
import { boardQuery } from '../board/board.queries.js';
import { browserTimers } from '../live/browser-timers.js';
import type { LiveClient } from '../live/live-client.js';
import { useLive } from '../live/live-context.js';
import { spacesQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { MentionStream, type StreamState } from './mention-stream.js';
import { SPAN_HOURS, type MentionSearch } from './mention-search.js';

const HOUR_MS = 3_600_000;
/** Mentions that hit no topic, and words that were indexed since, are not announced. */
const QUIET_LOOK_MS = 10_000;

/** The stream of these filters, kept live. A changed filter is a new stream. */
export function useMentionStream(search: MentionSearch): {
  readonly stream: MentionStream;
  readonly state: StreamState;
} {
  const client = useQueryClient();
  const live = useLive();
  const spaceId = useSpaceId();
  const key = JSON.stringify([spaceId, search]);
  const [current, setCurrent] = useState<{ key: string; stream: MentionStream } | null>(null);
  let stream = current?.stream;
  if (stream === undefined || current?.key !== key) {
    stream = makeStream(search, spaceId, client, live);
    setCurrent({ key, stream });
  }
  const { topic } = search;
  useEffect(() => {
    stream.start();
    const stopListening = live.listen({
      pulse: ({ spaceId: where, arrived }) => {
        const mine = arrived.some(({ topicId }) => topic === undefined || topicId === topic);
        if (where === spaceId && mine) stream.hint();
      },
      stale: () => stream.hint(),
    });
    const quiet = setInterval(() => stream.hint(), QUIET_LOOK_MS);
    return () => {
      clearInterval(quiet);
      stopListening();
      stream.stop();
    };
  }, [stream, live, spaceId, topic]);
  const state = useSyncExternalStore(stream.onState, stream.getState);
  return { stream, state };
}

function makeStream(
  { span, ...filters }: MentionSearch,
  space: number,
  client: QueryClient,
  live: LiveClient,
): MentionStream {
  return new MentionStream((before, limit) => {
    const sinceMs = span && spaceNow(client, live, space) - SPAN_HOURS[span] * HOUR_MS;
    const from = sinceMs === undefined ? filters.from : new Date(sinceMs).toISOString();
    const page = { ...filters, space, from, before, limit };
    // Through the cache, which notices when the session has ended; nothing of it is kept there.
    return client.fetchQuery({
      queryKey: ['mention-page', page],
      queryFn: ({ signal }) => api.get<MentionPage>('/mentions', page, signal),
      staleTime: 0,
      gcTime: 0,
    });
  }, browserTimers);
}

/** What time it is in a space, ms, as far as was heard. */
function spaceNow(client: QueryClient, live: LiveClient, spaceId: number): number {
  if (spaceId === LIVE_SPACE_ID) return live.serverNow();
  const space = client.getQueryData(spacesQuery.queryKey)?.find(({ id }) => id === spaceId);
  const board = client.getQueryData(boardQuery(spaceId).queryKey);
  const told = [space?.now, board?.now].map((at) => (at ? Date.parse(at) : 0));
  return Math.max(...told) || live.serverNow();
}

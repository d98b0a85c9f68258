import { useQueryClient } from '@tanstack/react-query';
import type { MentionPage } from '@sturmwarte/contracts';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { api } from '../api/call.js';
import { browserTimers } from '../live/browser-timers.js';
import { useLive } from '../live/live-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
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
  const clock = useRef(0);
  const now = useSpaceClock();
  useEffect(() => {
    clock.current = now;
  });
  const key = JSON.stringify([spaceId, search]);
  const [current, setCurrent] = useState<{ key: string; stream: MentionStream } | null>(null);
  let stream = current?.stream;
  if (stream === undefined || current?.key !== key) {
    const query = queryOf(search, spaceId);
    const { span } = search;
    stream = new MentionStream((before, limit) => {
      const from =
        span === undefined
          ? query.from
          : new Date(
              (clock.current || live.serverNow()) - SPAN_HOURS[span] * HOUR_MS,
            ).toISOString();
      const page = { ...query, from, limit, ...(before === null ? {} : { before }) };
      // Through the cache, which notices when the session has ended; nothing of it is kept there.
      return client.fetchQuery({
        queryKey: ['mention-page', page],
        queryFn: ({ signal }) => api.get<MentionPage>('/mentions', page, signal),
        staleTime: 0,
        gcTime: 0,
      });
    }, browserTimers);
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

/** The filters as the server names them; the period that ends now is not among them. */
function queryOf({ span: _span, ...filters }: MentionSearch, space: number) {
  return { ...filters, space };
}

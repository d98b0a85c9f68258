import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveBody } from '@sturmwarte/contracts';
import { useLive } from '../live/live-context.js';

/** What everybody is told at once; the rest is read in the list. */
export const TOLD: readonly MuteNews['news'][] = ['loud', 'warned', 'ended'];

/** That a mute ends soon, has ended, or keeps a crowd quiet. */
export type MuteNews = Extract<LiveBody, { type: 'mute' }>;

export interface HeardNews {
  /** How many were heard so far: there is something to take when it grows. */
  readonly heard: number;
  /** Each once. */
  readonly take: () => readonly MuteNews[];
}

/** The wire tells it once: heard from the first moment, kept until the piece that says it has been fetched. */
export function useMuteNews(): HeardNews {
  const live = useLive();
  const waiting = useRef<MuteNews[]>([]);
  const [heard, setHeard] = useState(0);
  useEffect(
    () =>
      live.listen({
        message: ({ body }) => {
          if (body.type !== 'mute' || !TOLD.includes(body.news)) return;
          waiting.current.push(body);
          setHeard((count) => count + 1);
        },
      }),
    [live],
  );
  const take = useCallback(() => waiting.current.splice(0), []);
  return { heard, take };
}

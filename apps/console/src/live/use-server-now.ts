import { useCallback, useSyncExternalStore } from 'react';
import { useLive } from './live-context.js';

/** The server's clock, moving once per `stepMs` (default a second). */
export function useServerNow(stepMs = 1_000): number {
  const live = useLive();
  const subscribe = useCallback(
    (run: () => void) => {
      const id = setInterval(run, Math.min(stepMs, 1_000));
      return () => clearInterval(id);
    },
    [stepMs],
  );
  return useSyncExternalStore(
    subscribe,
    useCallback(() => Math.floor(live.serverNow() / stepMs) * stepMs, [live, stepMs]),
  );
}

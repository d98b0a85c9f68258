import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useLive } from '../live/live-context.js';
import { useSpaceId } from '../spaces/use-space.js';

interface Pause {
  /** Server time at which the display was stopped; null while it runs. */
  readonly since: number | null;
  readonly toggle: () => void;
}
const PauseContext = createContext<Pause>({ since: null, toggle: () => undefined });

/** Every list that moves by itself can be held still; going to another space lets it run again. Alarms go on. */
export function PauseProvider({ children }: { children: ReactNode }) {
  const live = useLive();
  const spaceId = useSpaceId();
  const [pause, setPause] = useState<{ at: number; spaceId: number } | null>(null);
  const value = useMemo<Pause>(() => {
    const since = pause?.spaceId === spaceId ? pause.at : null;
    const toggle = (): void => setPause(since === null ? { at: live.serverNow(), spaceId } : null);
    return { since, toggle };
  }, [pause, spaceId, live]);
  return <PauseContext value={value}>{children}</PauseContext>;
}

export function usePause(): Pause {
  return useContext(PauseContext);
}

/** The newest value while the display runs; the last one before the pause while it is held. */
export function useHeld<T>(value: T): T {
  const { since } = usePause();
  const [held, setHeld] = useState(value);
  if (since === null && held !== value) setHeld(value);
  return since === null ? value : held;
}

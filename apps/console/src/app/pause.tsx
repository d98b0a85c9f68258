import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useLive } from '../live/live-context.js';

interface Pause {
  /** Server time at which the display was stopped; null while it runs. */
  readonly since: number | null;
  readonly toggle: () => void;
}
const PauseContext = createContext<Pause>({ since: null, toggle: () => undefined });

/** Every list that moves by itself can be held still. Alarms go on. */
export function PauseProvider({ children }: { children: ReactNode }) {
  const live = useLive();
  const [since, setSince] = useState<number | null>(null);
  const value = useMemo<Pause>(
    () => ({
      since,
      toggle: () => setSince((before) => (before === null ? live.serverNow() : null)),
    }),
    [since, live],
  );
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

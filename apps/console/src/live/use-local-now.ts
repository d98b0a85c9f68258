import { useSyncExternalStore } from 'react';

const subscribe = (run: () => void): (() => void) => {
  const id = setInterval(run, 1_000);
  return () => clearInterval(id);
};
const now = (): number => Math.floor(Date.now() / 1_000) * 1_000;

/** The clock of this device in whole seconds; only for ages of things that were stamped with it. */
export function useLocalNow(): number {
  return useSyncExternalStore(subscribe, now);
}

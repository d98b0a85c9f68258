import { useSpace } from './use-space.js';

/** A drill or replay that has ended: it can be read, and nothing in it be changed. */
export function useIsSpaceOver(): boolean {
  return useSpace()?.endedAt != null;
}

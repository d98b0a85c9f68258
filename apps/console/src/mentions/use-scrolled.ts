import { useSyncExternalStore } from 'react';

/** Further down than this the reader has left the top. */
const TOP_PX = 160;

const subscribe = (run: () => void): (() => void) => {
  window.addEventListener('scroll', run, { passive: true });
  return () => window.removeEventListener('scroll', run);
};
const isScrolled = (): boolean => window.scrollY > TOP_PX;

/** Whether the page is scrolled away from its top. */
export function useScrolled(): boolean {
  return useSyncExternalStore(subscribe, isScrolled);
}

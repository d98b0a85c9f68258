const NAME = 'sturmwarte.window';

/**
 * The name of this window, the same after a reload. A tab that was duplicated brings its twin's name along and takes a
 * new one: drafts of two windows never overwrite each other.
 */
export const thisWindow: string = nameWindow();

function nameWindow(): string {
  const fresh = Math.random().toString(36).slice(2, 12);
  try {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const before = sessionStorage.getItem(NAME);
    if (before !== null && entry?.type === 'reload') return before;
    sessionStorage.setItem(NAME, fresh);
  } catch {
    // A browser that keeps nothing: every page is a window of its own.
  }
  return fresh;
}

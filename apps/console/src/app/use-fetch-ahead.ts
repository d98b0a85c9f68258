import { useEffect } from 'react';

const AFTER_MS = 4_000;

/**
 * What is only fetched when somebody needs it could not be fetched any more once the connection is gone: it comes when
 * the first screen has stood for a moment.
 */
export function useFetchAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const pieces = [
        import('../ui/notices.js'),
        import('../palette/palette.js'),
        import('../keyboard/keyboard-help.js'),
      ];
      // One that does not come is tried again when it is needed.
      void Promise.allSettled(pieces);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

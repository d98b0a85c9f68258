import { useEffect } from 'react';
import { untilServerAnswers } from '../api/server-answers.js';
import { useLater } from './use-later.js';

/**
 * What is only fetched when somebody needs it could not be fetched any more once the connection is gone: it comes when
 * the first screen has stood for a moment.
 */
export function useFetchAhead(): void {
  const isLater = useLater();
  useEffect(() => {
    if (!isLater) return;
    const fetchAhead = async (): Promise<void> => {
      await untilServerAnswers();
      const pieces = [
        import('../ui/notices.js'),
        import('../palette/palette.js'),
        import('../keyboard/keyboard-help.js'),
      ];
      // One that does not come is tried again when it is needed.
      await Promise.allSettled(pieces);
    };
    void fetchAhead();
  }, [isLater]);
}

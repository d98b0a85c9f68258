import { useCallback } from 'react';
import { useText } from '../language/text.js';

/** A span of time as people say it: minutes, from two hours on hours, from two days on days. */
export function useSpan(): (minutes: number) => string {
  const t = useText();
  return useCallback(
    (minutes) => {
      if (minutes >= 2_880 && minutes % 1_440 === 0) {
        return t('playbooks:days', { count: minutes / 1_440 });
      }
      if (minutes >= 120 && minutes % 60 === 0)
        return t('playbooks:hours', { count: minutes / 60 });
      return t('playbooks:minutes', { count: minutes });
    },
    [t],
  );
}

import { useCallback } from 'react';
import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import { Refusal, Unreachable } from './refusal.js';

/** The sentence a reader gets for whatever went wrong. */
export function useRefusalText(): (problem: unknown) => string {
  const t = useText();
  const format = useFormat();
  return useCallback(
    (problem) => {
      if (problem instanceof Unreachable) return t('app:error.unreachable');
      if (!(problem instanceof Refusal)) return t('error:internal');
      const facts: Record<string, string> = {};
      for (const [name, value] of Object.entries(problem.params)) {
        facts[name] =
          name === 'at' && typeof value === 'string' ? format.time(value) : String(value ?? '–');
      }
      return t(`error:${problem.code}`, { field: '–', by: '–', at: '–', ...facts });
    },
    [t, format],
  );
}

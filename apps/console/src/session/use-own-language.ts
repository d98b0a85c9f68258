import { useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '@sturmwarte/contracts';
import type { TextLanguage } from '@sturmwarte/i18n';
import { useCallback } from 'react';
import { api } from '../api/call.js';
import { speak } from '../language/i18n.js';
import { sessionQuery } from './session.queries.js';

/** Switches the page at once and lets the account remember it, so that messages to this person follow. */
export function useOwnLanguage(): (language: TextLanguage) => void {
  const client = useQueryClient();
  return useCallback(
    (language) => {
      void speak(language);
      api
        .patch<PersonView>('/me', { language })
        .then((person) => {
          client.setQueryData(
            sessionQuery.queryKey,
            (session) => session && { ...session, person },
          );
        })
        // The page speaks the chosen language already; the account follows with the next change.
        .catch(() => undefined);
    },
    [client],
  );
}

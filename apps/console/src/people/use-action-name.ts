import { useCallback } from 'react';
import type { EnglishTexts } from '@sturmwarte/i18n';
import { useText } from '../language/text.js';

type Action = Extract<keyof typeof EnglishTexts.audit, string>;

/** The sentence of an audit action; an action of a newer server reads "other change" with its code. */
export function useActionName(): (action: string) => string {
  const t = useText();
  return useCallback(
    (action) => {
      // Actions contain dots, which otherwise separate the levels of a key.
      const name: string = t(`audit:${action as Action}`, {
        defaultValue: '',
        keySeparator: false,
      });
      return name === '' ? `${t('audit:unknown')} (${action})` : name;
    },
    [t],
  );
}

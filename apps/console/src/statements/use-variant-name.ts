import type { VariantKey } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useText } from '../language/text.js';

/** "X · Deutsch" */
export function useVariantName(): (variant: VariantKey) => string {
  const t = useText();
  return useCallback(
    ({ channel, language }) =>
      `${t(`playbooks:channel.${channel}`)} · ${t(`statements:language.${language}`)}`,
    [t],
  );
}

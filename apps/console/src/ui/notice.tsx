import { useMemo } from 'react';
import { useText } from '../language/text.js';
import { useRefusalText } from '../api/refusal-text.js';
import { Icon } from './icons.js';
import { notify } from './notify.js';

/** Short messages in the corner: what was done, or why it was not. */
export function useNotice(): {
  done: (sentence: string) => void;
  refusal: (problem: unknown) => void;
  warning: (sentence: string) => void;
} {
  const t = useText();
  const refusalText = useRefusalText();
  return useMemo(() => {
    const calm = { role: 'status' };
    const close = { closeButtonProps: { 'aria-label': t('app:action.dismiss') } };
    return {
      done: (message) =>
        notify({
          message,
          icon: <Icon name="check" size={16} />,
          ...calm,
          ...close,
        }),
      warning: (message) =>
        notify({
          message,
          icon: <Icon name="warn" size={16} />,
          ...calm,
          ...close,
        }),
      refusal: (problem) =>
        notify({
          title: t('app:error.title'),
          message: refusalText(problem),
          icon: <Icon name="cross" size={16} />,
          autoClose: 12_000,
          ...close,
        }),
    };
  }, [t, refusalText]);
}

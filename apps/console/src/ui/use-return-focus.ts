import { useEffect, useState } from 'react';

/**
 * Where one was when a dialog opened, one is again when it is gone; unless one has gone elsewhere. If that place is gone
 * too, one is at the beginning of the page's content.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog lets go of the focus first.
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (!isFree || !(before instanceof HTMLElement)) return;
        const place = before.isConnected ? before : document.querySelector<HTMLElement>('main');
        place?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}

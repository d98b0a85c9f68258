import { useEffect, useState } from 'react';

/** Where one was when a dialog opened, one is again when it is gone; unless one has gone elsewhere. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog lets go of the focus first.
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}

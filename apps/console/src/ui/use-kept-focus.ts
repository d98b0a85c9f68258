import { useEffect, useRef, type RefObject } from 'react';

/** A row that moves may be read anew before it is back. */
const WAIT_MS = 600;
const REACHABLE = 'button:not(:disabled), a[href], input, select, textarea';

/**
 * What had the focus may go while one works through a list: the row moves elsewhere, its button is of no more use. Then
 * the focus goes to what is reachable first in the same row (`data-kept`), else in this place; without it whoever works
 * by keyboard would begin again at the top of the page.
 */
export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let last: { readonly target: Element; readonly row: string | null } | null = null;
    const note = ({ target }: FocusEvent): void => {
      // A dialog gives the focus back.
      if (!(target instanceof Element) || target.closest('[role="dialog"]') !== null) return;
      last = element.contains(target)
        ? { target, row: target.closest('[data-kept]')?.getAttribute('data-kept') ?? null }
        : null;
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const keep = (isLastTry: boolean): void => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (last === null || last.target.isConnected || !isFree) return;
      const row = [...element.querySelectorAll('[data-kept]')].find(
        (one) => one.getAttribute('data-kept') === last?.row,
      );
      if (row === undefined && last.row !== null && !isLastTry) {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          keep(true);
        }, WAIT_MS);
        return;
      }
      clearTimeout(waiting);
      waiting = undefined;
      last = null;
      const next = row?.querySelector(REACHABLE) ?? element.querySelector(REACHABLE);
      if (next instanceof HTMLElement) next.focus({ preventScroll: row === undefined });
    };
    const observer = new MutationObserver(() => keep(false));
    document.addEventListener('focusin', note);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
      clearTimeout(waiting);
    };
  }, []);
  return place;
}

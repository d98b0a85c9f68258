import type { BoardCard } from '@sturmwarte/contracts';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { holdOrder, rankCards } from './rank-cards.js';

/** A pointer that merely rests on the board holds the order this long. */
const HOLD_MS = 10_000;

/**
 * Cards worst first, but their order stands still while somebody points at them or has the focus among them. Bind
 * `area` to the element around the cards.
 */
export function useCardOrder(
  cards: readonly BoardCard[],
  area: RefObject<HTMLElement | null>,
): readonly BoardCard[] {
  const held = useHold(area);
  const ranked = useMemo(() => rankCards(cards), [cards]);
  const ids = ranked.map((card) => card.topicId);
  const [order, setOrder] = useState<readonly number[]>(ids);
  if (!held && ids.join() !== order.join()) setOrder(ids);
  return held ? holdOrder(cards, order) : ranked;
}

function useHold(area: RefObject<HTMLElement | null>): boolean {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const stopTimer = (): void => {
      if (timer.current !== null) clearTimeout(timer.current);
    };
    const hasFocus = (): boolean => element.contains(document.activeElement);
    const point = (): void => {
      setHeld(true);
      stopTimer();
      timer.current = setTimeout(() => setHeld(hasFocus()), HOLD_MS);
    };
    const leave = (): void => {
      stopTimer();
      setHeld(hasFocus());
    };
    const focus = (): void => setHeld(true);
    const blur = (event: FocusEvent): void => {
      if (!element.contains(event.relatedTarget as Node | null)) setHeld(false);
    };
    element.addEventListener('pointermove', point);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focusin', focus);
    element.addEventListener('focusout', blur);
    return () => {
      stopTimer();
      element.removeEventListener('pointermove', point);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('focusin', focus);
      element.removeEventListener('focusout', blur);
    };
  }, [area]);
  return held;
}

import { useLayoutEffect, useRef, type RefObject } from 'react';

const MOVE_MS = 150;

/** Cards that change their rank slide to the new place. Nothing moves where people asked for less motion. */
export function useSlide(area: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef(new Map<Element, DOMRect>());
  useLayoutEffect(() => {
    const children = [...(area.current?.children ?? [])];
    const before = places.current;
    places.current = new Map(children.map((child) => [child, child.getBoundingClientRect()]));
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [child, now] of places.current) {
      const was = before.get(child);
      if (!was) continue;
      const x = was.left - now.left;
      const y = was.top - now.top;
      if (x === 0 && y === 0) continue;
      child.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
        duration: MOVE_MS,
        easing: 'ease-out',
      });
    }
  }, [area, order]);
}

import type { BoardCard } from '@sturmwarte/contracts';

/** Nothing blows, nobody is asked to do anything, and no wave of support is to be seen. */
export function isCalm(card: Pick<BoardCard, 'level' | 'alert' | 'praise'>): boolean {
  return card.level === 0 && card.alert === null && (card.praise ?? null) === null;
}

/** Worst first: level, then who still waits for somebody, then the ratio, then the name. */
export function rankCards(cards: readonly BoardCard[]): BoardCard[] {
  return [...cards].sort(
    (a, b) =>
      b.level - a.level ||
      Number(b.alert?.state === 'open') - Number(a.alert?.state === 'open') ||
      (b.ratio ?? 0) - (a.ratio ?? 0) ||
      a.name.localeCompare(b.name),
  );
}

/**
 * The order on screen while somebody points at a card: known ones keep their place, new ones come last, so that no
 * button moves away under a finger.
 */
export function holdOrder(cards: readonly BoardCard[], order: readonly number[]): BoardCard[] {
  const place = new Map(order.map((topicId, index) => [topicId, index]));
  const at = (card: BoardCard): number => place.get(card.topicId) ?? order.length;
  return [...cards].sort((a, b) => at(a) - at(b));
}

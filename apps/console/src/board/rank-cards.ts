import type { BoardCard } from '@sturmwarte/contracts';

/** Nothing blows and nobody is asked to do anything. */
export function isCalm(card: Pick<BoardCard, 'level' | 'alert'>): boolean {
  return card.level === 0 && card.alert === null;
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

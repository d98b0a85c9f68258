import type { AlertView, Board } from '@sturmwarte/contracts';
import type { AlertState } from '@sturmwarte/domain';

/** Which alerts a list holds. `live`: open and acknowledged. */
export interface AlertFilter {
  readonly space: number;
  readonly topic?: number | undefined;
  readonly state?: AlertState | 'live' | undefined;
  readonly limit: number;
}

export function isOnList(filter: AlertFilter, alert: AlertView): boolean {
  if (alert.spaceId !== filter.space) return false;
  if (filter.topic !== undefined && alert.topicId !== filter.topic) return false;
  if (filter.state === undefined) return true;
  return filter.state === 'live' ? alert.state !== 'closed' : alert.state === filter.state;
}

/** The list after news of one alert, newest first. Older news than what is known changes nothing. */
export function applyToList(
  list: readonly AlertView[],
  filter: AlertFilter,
  alert: AlertView,
): readonly AlertView[] {
  const known = list.find((other) => other.id === alert.id);
  if (known && known.version > alert.version) return list;
  const others = list.filter((other) => other.id !== alert.id);
  if (!isOnList(filter, alert)) return known ? others : list;
  if (known) return list.map((other) => (other.id === alert.id ? alert : other));
  return [...others, alert].sort((a, b) => b.id - a.id).slice(0, filter.limit);
}

/** The board after news of one alert: its level shows at once, without waiting for the next pulse. */
export function applyToBoard(board: Board, alert: AlertView): Board {
  if (board.spaceId !== alert.spaceId) return board;
  const cards = board.cards.map((card) => {
    if (card.topicId !== alert.topicId) return card;
    const known = card.alert;
    const isOld =
      known !== null &&
      (known.id > alert.id || (known.id === alert.id && known.version > alert.version));
    if (isOld) return card;
    if (alert.state !== 'closed') {
      const { level, levelSince: since, trend } = alert;
      return { ...card, alert, level, since, trend };
    }
    return known === null || known.id === alert.id ? { ...card, alert: null } : card;
  });
  return { ...board, cards };
}

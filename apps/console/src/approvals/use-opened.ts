import { useState } from 'react';
import { byUrgency, type QueueItem } from './approval-queue.js';

interface Opened {
  readonly item: QueueItem;
  /** When it was due as it was opened: this keeps its place, whatever is due next. */
  readonly placedBy: string | null;
}

/**
 * The item somebody reads, as it stood in the queue last, in the list where it was opened. It stays on screen when the
 * words change or others settle it: nobody loses the page under their eyes.
 */
export function useOpened(items: readonly QueueItem[], open: string | undefined): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const found = items.find(({ key }) => key === open);
  if (open === undefined) {
    if (opened !== null) setOpened(null);
    return null;
  }
  if (opened?.item.key === open) {
    const { item, placedBy } = opened;
    const moved = found === undefined ? nobodysTurn(item) : { ...found, isMine: item.isMine };
    if (found !== undefined && moved.statement !== item.statement) {
      setOpened({ item: moved, placedBy });
    }
    return { item: moved, placedBy };
  }
  if (found === undefined) return null;
  const begun = { item: found, placedBy: found.dueAt };
  setOpened(begun);
  return begun;
}

/** The queue with the opened item in the place where it was opened: an answer does not carry it away. */
export function withOpened(
  items: readonly QueueItem[],
  opened: Opened | null,
): readonly QueueItem[] {
  if (opened === null) return items;
  const { item, placedBy } = opened;
  const others = items.filter(({ key }) => key !== item.key);
  const place = others.findIndex((other) => byUrgency({ ...item, dueAt: placedBy }, other) < 0);
  return others.toSpliced(place < 0 ? others.length : place, 0, item);
}

function nobodysTurn(item: QueueItem): QueueItem {
  return { ...item, waiting: [], dueAt: null, deputyAt: null, asked: [], roles: [] };
}

import { useState } from 'react';
import type { QueueItem } from './approval-queue.js';

/**
 * The item somebody reads, as it stood in the queue last, in the list where it was opened. It stays on screen when the
 * words change or others settle it: nobody loses the page under their eyes.
 */
export function useOpened(items: readonly QueueItem[], open: string | undefined): QueueItem | null {
  const [opened, setOpened] = useState<QueueItem | null>(null);
  const found = items.find(({ key }) => key === open);
  if (open === undefined) {
    if (opened !== null) setOpened(null);
    return null;
  }
  if (opened?.key === open) {
    const moved = found === undefined ? nobodysTurn(opened) : { ...found, isMine: opened.isMine };
    if (found !== undefined && moved.statement !== opened.statement) setOpened(moved);
    return moved;
  }
  if (found !== undefined) setOpened(found);
  return found ?? null;
}

/** The queue with the opened item in its place. */
export function withOpened(
  items: readonly QueueItem[],
  opened: QueueItem | null,
): readonly QueueItem[] {
  if (opened === null) return items;
  const isThere = items.some(({ key }) => key === opened.key);
  return isThere
    ? items.map((item) => (item.key === opened.key ? opened : item))
    : [opened, ...items];
}

function nobodysTurn(item: QueueItem): QueueItem {
  return { ...item, waiting: [], dueAt: null, deputyAt: null, asked: [], roles: [] };
}

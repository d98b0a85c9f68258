import type { NotificationData } from '@mantine/notifications';
import { untilServerAnswers } from '../api/server-answers.js';

let called = false;
let corner: ReturnType<typeof fetchCorner> | null = null;
const waiting = new Set<() => void>();

/** Shows a short message in the corner; the corner itself is fetched with the first one. */
export function notify(notice: NotificationData): void {
  called = true;
  waiting.forEach((tell) => tell());
  void show(notice);
}

/** What was said while the corner could not be fetched is said as soon as it can. */
async function show(notice: NotificationData): Promise<void> {
  corner ??= fetchCorner();
  (await corner).show(notice);
}

async function fetchCorner() {
  await untilServerAnswers();
  return (await import('@mantine/notifications')).notifications;
}

/** Has anything been said yet? In the manner of `useSyncExternalStore`. */
export const noticeCalled = {
  subscribe: (tell: () => void): (() => void) => {
    waiting.add(tell);
    return () => void waiting.delete(tell);
  },
  snapshot: (): boolean => called,
};

import type { NotificationData } from '@mantine/notifications';

const AGAIN_AFTER_MS = 3_000;
let called = false;
const waiting = new Set<() => void>();

/** Shows a short message in the corner; the corner itself is fetched with the first one. */
export function notify(notice: NotificationData): void {
  called = true;
  waiting.forEach((tell) => tell());
  show(notice);
}

/** What was said while the corner could not be fetched is said as soon as it can. */
function show(notice: NotificationData): void {
  import('@mantine/notifications').then(
    ({ notifications }) => notifications.show(notice),
    () => setTimeout(() => show(notice), AGAIN_AFTER_MS),
  );
}

/** Has anything been said yet? In the manner of `useSyncExternalStore`. */
export const noticeCalled = {
  subscribe: (tell: () => void): (() => void) => {
    waiting.add(tell);
    return () => void waiting.delete(tell);
  },
  snapshot: (): boolean => called,
};

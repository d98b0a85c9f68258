import type { NotificationData } from '@mantine/notifications';

let called = false;
const waiting = new Set<() => void>();

/** Shows a short message in the corner; the corner itself is fetched with the first one. */
export function notify(notice: NotificationData): void {
  called = true;
  waiting.forEach((tell) => tell());
  void import('@mantine/notifications').then(({ notifications }) => notifications.show(notice));
}

/** Has anything been said yet? In the manner of `useSyncExternalStore`. */
export const noticeCalled = {
  subscribe: (tell: () => void): (() => void) => {
    waiting.add(tell);
    return () => void waiting.delete(tell);
  },
  snapshot: (): boolean => called,
};

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { noticeCalled } from './notify.js';

const Corner = lazy(async () => ({ default: (await import('./notices.js')).Notices }));

/** Where short messages appear; empty, and not even fetched, until there is one. */
export function NoticeCorner() {
  const called = useSyncExternalStore(noticeCalled.subscribe, noticeCalled.snapshot);
  if (!called) return null;
  return (
    <Suspense>
      <Corner />
    </Suspense>
  );
}

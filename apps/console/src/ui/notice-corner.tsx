import { useEffect, useState, useSyncExternalStore } from 'react';
import { noticeCalled } from './notify.js';
import type { Notices } from './notices.js';

/** Where short messages appear; empty, and not even fetched, until there is one. */
export function NoticeCorner() {
  const called = useSyncExternalStore(noticeCalled.subscribe, noticeCalled.snapshot);
  const [fetched, setFetched] = useState<{ readonly Corner: typeof Notices } | null>(null);
  useEffect(() => {
    if (!called) return;
    import('./notices.js').then(
      (module) => setFetched({ Corner: module.Notices }),
      // Without a connection there is no corner; the page itself must not go with it.
      () => undefined,
    );
  }, [called]);
  return fetched === null ? null : <fetched.Corner />;
}

import { useSyncExternalStore } from 'react';
import { noticeCalled } from './notify.js';
import { onDemand } from './on-demand.js';

const Notices = onDemand(async () => (await import('./notices.js')).Notices);

/** Where short messages appear; empty, and not even fetched, until there is one. */
export function NoticeCorner() {
  return useSyncExternalStore(noticeCalled.subscribe, noticeCalled.snapshot) ? <Notices /> : null;
}

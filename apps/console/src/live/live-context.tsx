import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveClient } from './live-client.js';
import type { LiveStatus } from './live-status.js';

export const LiveContext = createContext<LiveClient | null>(null);

export function useLive(): LiveClient {
  const client = useContext(LiveContext);
  if (client === null) throw new Error('no live client above this component');
  return client;
}

export function useLiveStatus(): LiveStatus {
  const client = useLive();
  return useSyncExternalStore(client.onStatus, client.getStatus);
}

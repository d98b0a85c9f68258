import type { AllClearNews } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** What ended while this person was away. */
export function untoldAllClears(): Promise<readonly AllClearNews[]> {
  return api.get<readonly AllClearNews[]>('/incidents/all-clears');
}

/** It was shown; no other device has to. */
export function allClearsTold(until: string): Promise<void> {
  return api.post<void>('/incidents/all-clears/told', { until });
}

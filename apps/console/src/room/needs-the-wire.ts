import type { IncidentCommandType } from '@sturmwarte/domain';

/** What never waits for a connection: a yes, a no, a publication is to what stands there now, or it is not. */
const ONLY_CONNECTED: readonly IncidentCommandType[] = [
  'ask-approval',
  'approve-wording',
  'return-wording',
  'reject-wording',
  'recall-wording',
  'release-in-emergency',
  'review-emergency',
  'prepare-publication',
  'withdraw-publication',
  'settle-publication',
  'publish-by-hand',
];

export function needsTheWire(type: IncidentCommandType): boolean {
  return ONLY_CONNECTED.includes(type);
}

import type { AlertView, LiveMessage } from '@sturmwarte/contracts';
import type { AlertEvent } from '@sturmwarte/domain';

/** What became true, and the numbered message that tells it: publish `live.appended` after the commit. */
export interface Recorded {
  readonly alert: AlertView;
  readonly events: readonly AlertEvent[];
  readonly message: LiveMessage;
}

import { joyfulHour } from './joyful-hour.js';
import type { HeardTopic } from './joyful-hour.js';
import type { LookBack } from './look-back.js';
import type { PraiseWatch } from './praise.js';
import type { MinuteRing } from './ring.js';

/** Lets the watch for praise take in the minute just counted, where somebody listens. */
export function seePraise(
  topic: HeardTopic & { readonly praise: PraiseWatch; readonly ring: MinuteRing },
  minute: number,
  window: LookBack,
): void {
  if (topic.tone === null) return;
  const hour = joyfulHour(topic, minute, [], window);
  topic.praise.see(minute, topic.ring.totalAt(minute), hour);
}

import type { LookBack } from './look-back.js';
import type { OpenMinute } from './open-minute.js';
import type { JoyfulHour } from './praise.js';
import type { ShareBaseline } from './share.js';
import { ToneSketch } from './tone.js';

const UNHEARD = new ToneSketch();

export interface HeardTopic {
  /** Null where nobody listens. */
  readonly tone: ToneSketch | null;
  readonly share: ShareBaseline;
}

/** The hour that ends with `minute`, open minutes included; `window` must have been read for that minute. */
export function joyfulHour(
  topic: HeardTopic,
  minute: number,
  open: readonly OpenMinute[],
  window: LookBack,
): JoyfulHour {
  const mentions = window.newestMentions(60);
  return {
    mentions,
    tone: (topic.tone ?? UNHEARD).hour(minute, open),
    negatives: mentions > 0 ? Math.min(1, window.newestNegatives(60) / mentions) : null,
    usualNegatives: topic.share.hours > 0 ? topic.share.share : null,
  };
}

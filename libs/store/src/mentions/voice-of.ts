import { CHANNELS, OUTLET_TIERS } from '@sturmwarte/domain';
import { authorHashOf } from './author-keys.js';
import type { Voice } from './delta-sum.js';

/** Columns of a mention that tell who speaks, and where. */
export interface VoiceColumns {
  readonly author_key: string | null;
  readonly channel: number;
  readonly tier: number;
  readonly outlet: string | null;
}

export function voiceOf({ author_key, channel, tier, outlet }: VoiceColumns): Voice {
  return {
    author: author_key === null ? null : authorHashOf(author_key),
    channel: CHANNELS[channel] ?? 'other',
    tier: OUTLET_TIERS[tier] ?? 'none',
    outlet: outlet ?? undefined,
  };
}

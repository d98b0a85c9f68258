import { CHANNELS } from '@sturmwarte/domain';
import type { Channel } from '@sturmwarte/domain';

/** The bit that stands for a channel in `CountDelta.channels` and `Evaluation.channels`. */
export function channelBit(channel: Channel): number {
  return 1 << CHANNELS.indexOf(channel);
}

export function channelsOf(mask: number): Channel[] {
  return CHANNELS.filter((channel) => (mask & channelBit(channel)) !== 0);
}

export function countChannels(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

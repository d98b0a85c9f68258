import { CHANNELS, CLEARLY_NEGATIVE, type Channel } from '@sturmwarte/domain';
import type { EvidenceRow } from '@sturmwarte/store';

/** Negative mentions per channel, most first. `scale` corrects for what was not read. */
export function countChannels(
  rows: readonly EvidenceRow[],
  scale: number,
): { channel: Channel; count: number }[] {
  const counts = new Map<Channel, number>();
  for (const row of rows) {
    const channel = CHANNELS[row.channel] ?? 'other';
    if (row.negative >= CLEARLY_NEGATIVE) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return [...counts]
    .map(([channel, count]) => ({ channel, count: Math.round(count * scale) }))
    .sort((a, b) => b.count - a.count);
}

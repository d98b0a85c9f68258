import { channelBit } from '@sturmwarte/detect';
import {
  CHANNELS,
  heaviest,
  inOrder,
  minuteToIso,
  OUTLET_TIERS,
  type Channel,
  type FirstOnChannel,
  type HeardOutlet,
  type StormCourse,
} from '@sturmwarte/domain';
import type { CourseRow } from '@sturmwarte/store';

/** One angry voice is no jump: a channel takes part with so many. */
const FEWEST = 3;

/**
 * Where it turned up first, and in which outlets. `active`: the channels that carry more criticism than they usually
 * do (`channelBit`); 0 where nobody knows what is usual.
 */
export function courseOf(rows: readonly CourseRow[], active: number): StormCourse {
  const channels = new Map<Channel, FirstOnChannel & { mentions: number }>();
  const outlets = new Map<string, HeardOutlet>();
  for (const row of rows) {
    const channel = CHANNELS[row.channel] ?? 'other';
    const tier = OUTLET_TIERS[row.tier] ?? 'none';
    const { mentionId, mentions, outlet } = row;
    const at = minuteToIso(row.minute);
    const before = channels.get(channel);
    const first = before === undefined || at < before.at ? { channel, at, mentionId } : before;
    channels.set(channel, { ...first, mentions: mentions + (before?.mentions ?? 0) });
    if (outlet === null || tier === 'none') continue;
    const known = outlets.get(outlet);
    const earliest = known === undefined || at < known.at ? { tier, at, mentionId } : known;
    const { tier: heard, at: since, mentionId: id } = earliest;
    const sum = mentions + (known?.mentions ?? 0);
    outlets.set(outlet, { outlet, tier: heard, at: since, mentionId: id, mentions: sum });
  }
  const joined = [...channels.values()].filter(
    ({ channel, mentions }) =>
      mentions >= FEWEST && (active === 0 || (active & channelBit(channel)) !== 0),
  );
  return {
    channels: inOrder(joined).map(({ channel, at, mentionId }) => ({ channel, at, mentionId })),
    outlets: heaviest([...outlets.values()]),
  };
}

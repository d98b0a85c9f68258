import { describe, expect, it } from '@jest/globals';
import { channelBit } from '@sturmwarte/detect';
import {
  CHANNELS,
  minuteToIso,
  OUTLET_TIERS,
  type Channel,
  type OutletTier,
} from '@sturmwarte/domain';
import type { CourseRow } from '@sturmwarte/store';
import { courseOf } from './course-of.js';

interface Story {
  readonly channel: Channel;
  readonly minute: number;
  readonly mentions: number;
  readonly tier?: OutletTier;
  readonly outlet?: string;
}
const row = ({ channel, minute, mentions, tier = 'none', outlet }: Story): CourseRow => ({
  channel: CHANNELS.indexOf(channel),
  tier: OUTLET_TIERS.indexOf(tier),
  outlet: outlet ?? null,
  mentions,
  minute,
  mentionId: `${channel} ${minute}`,
});

describe('the course of a storm', () => {
  it('tells in which order the channels joined, and with which mention', () => {
    const rows = [
      row({ channel: 'forum', minute: 130, mentions: 9 }),
      row({ channel: 'x', minute: 100, mentions: 40 }),
    ];
    expect(courseOf(rows, 0).channels).toEqual([
      { channel: 'x', at: minuteToIso(100), mentionId: 'x 100' },
      { channel: 'forum', at: minuteToIso(130), mentionId: 'forum 130' },
    ]);
  });

  it('does not take one angry post elsewhere for a jump', () => {
    const rows = [
      row({ channel: 'x', minute: 100, mentions: 40 }),
      row({ channel: 'forum', minute: 101, mentions: 2 }),
    ];
    expect(courseOf(rows, 0).channels.map(({ channel }) => channel)).toEqual(['x']);
  });

  it('leaves out a channel that is never without criticism, where the usual is known', () => {
    const rows = [
      row({ channel: 'review', minute: 90, mentions: 20 }),
      row({ channel: 'x', minute: 100, mentions: 40 }),
    ];
    const { channels } = courseOf(rows, channelBit('x'));
    expect(channels.map(({ channel }) => channel)).toEqual(['x']);
  });

  it('lists the outlets with their tier, those heard furthest first, each once', () => {
    const rows = [
      row({ channel: 'news', minute: 140, mentions: 2, tier: 'online', outlet: 'Tagblatt online' }),
      row({ channel: 'x', minute: 120, mentions: 1, tier: 'online', outlet: 'Tagblatt online' }),
      row({ channel: 'broadcast', minute: 160, mentions: 1, tier: 'broadcast', outlet: 'Funk' }),
      row({ channel: 'x', minute: 110, mentions: 5 }),
    ];
    expect(
      courseOf(rows, 0).outlets.map(({ outlet, tier, mentions, at }) => [
        outlet,
        tier,
        mentions,
        at,
      ]),
    ).toEqual([
      ['Funk', 'broadcast', 1, minuteToIso(160)],
      ['Tagblatt online', 'online', 3, minuteToIso(120)],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { channelBit, channelsOf, countChannels } from './channels.js';
import { ChannelSpread } from './channel-spread.js';
import { MinuteRing, NOTHING } from './ring.js';

const X = channelBit('x');
const NEWS = channelBit('news');
const FORUM = channelBit('forum');

function play(
  minutes: number,
  maskOf: (minute: number) => number,
): { spread: ChannelSpread; ring: MinuteRing } {
  const spread = new ChannelSpread();
  const ring = new MinuteRing();
  for (let minute = 1; minute <= minutes; minute++) {
    ring.push(minute, NOTHING, maskOf(minute));
    spread.learn(maskOf(minute));
  }
  return { spread, ring };
}

describe('the spread over channels', () => {
  it('names the channels in a mask', () => {
    expect(channelsOf(X | NEWS)).toEqual(['x', 'news']);
    expect(countChannels(X | NEWS | FORUM)).toBe(3);
    expect(channelsOf(channelBit('other'))).toEqual(['other']);
  });

  it('does not call one stray mention on a second channel a spread', () => {
    const { spread, ring } = play(
      5_000,
      (minute) => (minute > 4_990 ? X : 0) | (minute === 4_995 ? NEWS : 0),
    );
    expect(channelsOf(spread.active(5_000, ring, []))).toEqual(['x']);
  });

  it('sees a channel that joins in', () => {
    const { spread, ring } = play(5_000, (minute) => (minute > 4_980 ? X | FORUM : 0));
    expect(channelsOf(spread.active(5_000, ring, []))).toEqual(['x', 'forum']);
  });

  it('does not count a channel that is as busy as ever', () => {
    const { spread, ring } = play(
      5_000,
      (minute) => (minute % 4 === 0 ? X : 0) | (minute > 4_980 ? FORUM : 0),
    );
    expect(channelsOf(spread.active(5_000, ring, []))).toEqual(['forum']);
  });
});

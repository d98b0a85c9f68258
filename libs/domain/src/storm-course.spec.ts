import { describe, expect, it } from '@jest/globals';
import {
  firstPressOf,
  heaviest,
  jumpOf,
  mergeCourses,
  MOST_OUTLETS,
  type HeardOutlet,
  type StormCourse,
} from './storm-course.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 5, 12, minute)).toISOString();
const heard = (outlet: string, minute: number, over: Partial<HeardOutlet> = {}): HeardOutlet => ({
  outlet,
  tier: 'online',
  at: at(minute),
  mentionId: `${minute}`,
  mentions: 1,
  ...over,
});
const aCourse = (over: Partial<StormCourse> = {}): StormCourse => ({
  channels: [],
  outlets: [],
  ...over,
});

describe('the turning points of a storm', () => {
  it('name the second channel as the jump, and none while it stays on one', () => {
    const x = { channel: 'x', at: at(0), mentionId: '1' } as const;
    const forum = { channel: 'forum', at: at(9), mentionId: '2' } as const;
    expect(jumpOf(aCourse({ channels: [x] }))).toBeNull();
    expect(jumpOf(aCourse({ channels: [x, forum] }))).toBe(forum);
  });

  it('do not take a blog for the press', () => {
    const blog = heard('Ein Blog', 0, { tier: 'blog' });
    const paper = heard('Tagblatt', 30, { tier: 'print' });
    expect(firstPressOf(aCourse({ outlets: [blog] }))).toBeNull();
    expect(firstPressOf(aCourse({ outlets: [paper, blog] }))?.outlet).toBe('Tagblatt');
  });

  it('are kept when later looks no longer see where it began', () => {
    const early = aCourse({
      channels: [{ channel: 'x', at: at(0), mentionId: '1' }],
      outlets: [heard('Tagblatt', 10, { mentions: 3 })],
    });
    const late = aCourse({
      channels: [
        { channel: 'forum', at: at(40), mentionId: '4' },
        { channel: 'x', at: at(50), mentionId: '5' },
      ],
      outlets: [heard('Tagblatt', 60), heard('Funk', 55, { tier: 'broadcast' })],
    });
    const both = mergeCourses(early, late);
    expect(both?.channels.map(({ channel, at: when }) => [channel, when])).toEqual([
      ['x', at(0)],
      ['forum', at(40)],
    ]);
    expect(both?.outlets).toEqual([
      heard('Funk', 55, { tier: 'broadcast' }),
      heard('Tagblatt', 10, { mentions: 3 }),
    ]);
    expect(mergeCourses(early, null)).toBe(early);
    expect(mergeCourses(undefined, undefined)).toBeNull();
  });

  it('never forget the first paper, however many larger ones follow', () => {
    const small = heard('Regionalblatt', 0);
    const large = Array.from({ length: MOST_OUTLETS + 5 }, (_, index) =>
      heard(`Sender ${index}`, index + 1, { tier: 'broadcast' }),
    );
    const kept = heaviest([small, ...large]);
    expect(kept).toHaveLength(MOST_OUTLETS);
    expect(kept).toContain(small);
  });
});

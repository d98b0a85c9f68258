import { describe, expect, it } from '@jest/globals';
import { DeltaSum } from '@sturmwarte/store';
import { TONE } from '@sturmwarte/domain';
import { madeMention } from './made-mention.js';

describe('the mentions whose cost is measured', () => {
  it('carry what the intake hands over, or counts and no more', () => {
    const sum = new DeltaSum();
    const counts = { topicId: 1, minute: 7, total: 1, negative: 900, negCount: 1, tone: TONE.call };
    sum.add(counts, { author: 5, channel: 'x', tier: 'none', outlet: undefined });
    const fields = (one: object | undefined): string[] => Object.keys(one ?? {}).sort();
    const handedOver = fields(sum.list()[0]);
    expect(fields(madeMention('author, channel, wording', 0, 10, 7))).toEqual(handedOver);
    expect(fields(madeMention('counts only', 0, 10, 7))).toEqual(
      handedOver.filter((name) => !['authors', 'channels', 'media', 'tone'].includes(name)),
    );
  });

  it('name somebody where they are negative, one in five', () => {
    const mentions = Array.from({ length: 20 }, (_, i) =>
      madeMention('author, channel, wording', i, 10, 7),
    );
    const named = mentions.filter(({ authors = [] }) => authors.length > 0);
    expect(named).toEqual(mentions.filter(({ negCount }) => negCount > 0));
    expect(named).toHaveLength(4);
  });
});

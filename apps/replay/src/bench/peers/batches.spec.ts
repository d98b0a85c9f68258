import { describe, expect, it } from '@jest/globals';
import { backgroundBatches, BATCH, bodyOf } from './batches.js';
import { angryMention, type BenchMention } from './mentions.js';

describe('the mentions all contestants get', () => {
  it('are spread over the topics, each with a key of its own', () => {
    const [first = '', second = ''] = backgroundBatches(2, [3, 4, 5, 6], 'turn');
    const all = [first, second].flatMap(
      (batch) => JSON.parse(bodyOf(batch, []).toString()) as BenchMention[],
    );
    expect(all).toHaveLength(2 * BATCH.mentions);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(all.length);
    expect(all.filter(({ topic }) => topic === 3)).toHaveLength(25);
    expect(all.some(({ negative }) => negative)).toBe(false);
  });

  it('carry the angry ones at their end', () => {
    const [batch = ''] = backgroundBatches(1, [0], 'turn');
    const body = bodyOf(batch, [angryMention(9, 'ist schrecklich', 'turn', 51)]);
    const last = (JSON.parse(body.toString()) as BenchMention[]).at(-1);
    expect(last).toMatchObject({ topic: 9, negative: true, text: 'probe0009 ist schrecklich' });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMention } from '../testing/builders.js';
import { countNewer, isNewer, mergeLook } from './merge-mentions.js';

const list = (...ids: number[]) => ids.map((id) => aMention({ id: String(id) }));
const idsOf = (mentions: readonly { id: string }[]) => mentions.map(({ id }) => id);

describe('a list of mentions after a look at the newest', () => {
  it('puts new ones on top and keeps what lies below', () => {
    const look = { mentions: list(12, 11, 10, 9), meets: true, next: '9' };
    expect(idsOf(mergeLook(list(10, 9, 8, 7), look))).toEqual(['12', '11', '10', '9', '8', '7']);
    expect(countNewer(list(10, 9, 8, 7), look)).toBe(2);
  });
  it('drops what was erased at its source, and shows what was judged anew', () => {
    const judged = aMention({ id: '9', negative: 100, polarity: 'neutral' });
    const look = { mentions: [...list(11), judged], meets: true, next: '9' };
    const merged = mergeLook(list(11, 10, 9, 8), look);
    expect(idsOf(merged)).toEqual(['11', '9', '8']);
    expect(merged[1]?.polarity).toBe('neutral');
  });
  it('keeps the very objects that did not change, so that their rows are not drawn again', () => {
    const shown = list(10, 9);
    expect(mergeLook(shown, { mentions: list(11, 10), meets: true, next: '10' })[1]).toBe(shown[0]);
  });
  it('begins anew rather than show a list with a hole', () => {
    const look = { mentions: list(90, 89), meets: false, next: '89' };
    expect(idsOf(mergeLook(list(10, 9), look))).toEqual(['90', '89']);
  });
  it('orders ids that are too long for a number', () => {
    expect(isNewer('9007199254740993', '9007199254740992')).toBe(true);
    expect(isNewer('1000', '999')).toBe(true);
  });
  it('stays strictly newest first, each once, whatever arrives', () => {
    const ids = fc.uniqueArray(fc.bigInt({ min: 1n, max: 200n }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (before, now, meets) => {
        const sorted = (of: bigint[]) =>
          [...of].sort((a, b) => (a < b ? 1 : -1)).map((id) => aMention({ id: String(id) }));
        const look = { mentions: sorted(now), meets, next: '1' };
        const merged = idsOf(mergeLook(sorted(before), look));
        const isSorted = merged.every((id, at) => at === 0 || isNewer(merged[at - 1] ?? '', id));
        expect(isSorted).toBe(true);
        for (const { id } of look.mentions) expect(merged).toContain(id);
      }),
    );
  });
});

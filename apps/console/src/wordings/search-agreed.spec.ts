import { describe, expect, it } from '@jest/globals';
import type { AgreedView } from '@sturmwarte/contracts';
import { searchAgreed, type AgreedSearch } from './search-agreed.js';

const NOW = Date.parse('2026-11-30T08:00:00Z');
const DAY = 86_400_000;
const stamp = { at: '2026-11-30T07:00:00.000Z', by: { id: 1, name: 'Anna' } };
const wording = (id: number, over: Partial<AgreedView> = {}): AgreedView => ({
  ...{ id, brandId: 1, version: 1, title: `Worte ${id}`, note: '', seq: 1, written: stamp },
  use: { purpose: 'holding', levelFrom: 0, levelTo: 6, playbooks: [] },
  variants: [{ channel: 'x', language: 'de', hash: '', text: 'Wir prüfen die Größe.' }],
  validUntil: new Date(NOW + 90 * DAY).toISOString(),
  ...{ authors: [], approvals: [], returned: null, withdrawn: null, standing: 'valid' },
  ...over,
});
const all = [
  wording(1),
  wording(2, { brandId: null, standing: 'waiting' }),
  wording(3, { brandId: 2, standing: 'returned' }),
  wording(4, { validUntil: new Date(NOW + 20 * DAY).toISOString() }),
  wording(5, { standing: 'expired', title: 'Hotline' }),
  wording(6, { standing: 'withdrawn' }),
];
const found = (search: AgreedSearch) => searchAgreed(all, search, NOW).map(({ id }) => id);

describe('somebody looking for words that lie ready', () => {
  it('sees everything but what was withdrawn', () => {
    expect(found({})).toEqual([1, 2, 3, 4, 5]);
    expect(found({ standing: 'withdrawn' })).toEqual([6]);
  });
  it('finds by words of title and text, however they are typed', () => {
    expect(found({ words: 'groesse' })).toEqual([]);
    expect(found({ words: 'GROSSE prufen' })).toHaveLength(5);
    expect(found({ words: 'hotline' })).toEqual([5]);
  });
  it('finds what a brand may use, and what a channel has', () => {
    expect(found({ brand: 2 })).toEqual([2, 3]);
    expect(found({ outlet: 'press' })).toEqual([]);
  });
  it('finds what ends within a month, and what waits', () => {
    expect(found({ standing: 'soon' })).toEqual([4]);
    expect(found({ standing: 'waiting' })).toEqual([2, 3]);
    expect(found({ standing: 'valid' })).toEqual([1, 4]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { IncidentEvent, JournalEntry } from '@sturmwarte/domain';
import { correctionsOf } from './corrections-of.js';
import { endOfJournal } from './end-of-journal.js';
import { inGroups } from './in-groups.js';

const entry = (
  seq: number,
  event: IncidentEvent = { type: 'renamed', title: 'x' },
): JournalEntry => ({
  ...{ seq, at: '2026-03-02T15:00:00.000Z', by: { id: 1, name: 'Meier' }, event },
  ...{ previous: '', hash: '' },
});
const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));
const seqs = (list: readonly JournalEntry[]) => list.map(({ seq }) => seq);

describe('a person who reads back in the journal', () => {
  it('reads older and newer entries as one', () => {
    expect(seqs(endOfJournal(entries(1, 3), entries(4, 5)))).toEqual([1, 2, 3, 4, 5]);
    expect(seqs(endOfJournal(entries(1, 5), entries(4, 6)))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is never shown a gap as if there were none', () => {
    expect(seqs(endOfJournal(entries(1, 3), entries(6, 7)))).toEqual([6, 7]);
  });

  it('finds facts among facts, and everything when nothing is chosen', () => {
    const list = [
      entry(1, { type: 'entry-written', kind: 'fact', text: 'a', source: null, contents: [] }),
      entry(2, { type: 'entry-written', kind: 'rumour', text: 'b', source: null, contents: [] }),
      entry(3, { type: 'claim-recorded', text: 'c', standing: 'fact', source: 'QM' }),
    ];
    expect(seqs(inGroups(list, new Set(['fact'])))).toEqual([1, 3]);
    expect(seqs(inGroups(list, new Set()))).toEqual([1, 2, 3]);
  });

  it('sees the last correction of an entry beside it', () => {
    const list = [
      entry(1),
      entry(2, { type: 'entry-corrected', entry: 1, text: 'first', reason: 'r' }),
      entry(3, { type: 'entry-corrected', entry: 1, text: 'second', reason: 'r' }),
    ];
    expect(correctionsOf(list).get(1)?.seq).toBe(3);
    expect(correctionsOf(list).has(2)).toBe(false);
  });
});

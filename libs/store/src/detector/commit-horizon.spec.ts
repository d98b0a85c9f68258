import { describe, expect, it } from '@jest/globals';
import { CommitHorizon } from './commit-horizon.js';

describe('what a reading saw', () => {
  const horizon = new CommitHorizon('100:105:101,103');

  it('is everything older than the oldest running transaction', () => {
    expect(horizon.saw(99n)).toBe(true);
  });

  it('is what had committed between the running ones', () => {
    expect([100n, 102n, 104n].map((xid) => horizon.saw(xid))).toEqual([true, true, true]);
  });

  it('is neither what was running nor what began later', () => {
    expect([101n, 103n, 105n, 9999n].map((xid) => horizon.saw(xid))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('is everything before the next one where nothing was running', () => {
    const calm = new CommitHorizon('7:7:');
    expect([calm.saw(6n), calm.saw(7n)]).toEqual([true, false]);
  });
});

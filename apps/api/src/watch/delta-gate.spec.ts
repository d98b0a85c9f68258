import { describe, expect, it } from '@jest/globals';
import type { CountDelta } from '@sturmwarte/detect';
import { CommitHorizon } from '@sturmwarte/store';
import { DeltaGate } from './delta-gate.js';

function aDelta(topicId: number, total = 1): CountDelta {
  return { topicId, minute: 100, total, negPermille: total * 900, negCount: total };
}
/** Saw everything up to 10, except 8, which was still running. */
const horizon = new CommitHorizon('8:11:8');

describe('between the bus and the detector', () => {
  it('what was committed before the reading is not counted again, what came later is', () => {
    const gate = new DeltaGate();
    for (const xid of [7, 8, 9, 11]) expect(gate.admit(`${xid}`, [aDelta(1, xid)])).toEqual([]);
    const news = gate.openFirst([1], horizon);
    expect(news.map(({ total }) => total)).toEqual([8, 11]);
    expect(gate.admit('10', [aDelta(1)])).toEqual([]);
    expect(gate.admit('12', [aDelta(1)])).toHaveLength(1);
  });

  it('topics nobody watches are left out', () => {
    const gate = new DeltaGate();
    gate.admit('11', [aDelta(2)]);
    expect(gate.openFirst([1], horizon)).toEqual([]);
    expect(gate.admit('12', [aDelta(2)])).toEqual([]);
  });

  it('news of a topic added later wait until it has been read', () => {
    const gate = new DeltaGate();
    gate.openFirst([1], horizon);
    gate.expect([2]);
    expect(gate.admit('12', [aDelta(1), aDelta(2, 5)]).map(({ topicId }) => topicId)).toEqual([1]);
    expect(gate.open([2], new CommitHorizon('12:12:'))).toEqual([aDelta(2, 5)]);
    expect(gate.admit('13', [aDelta(2)])).toHaveLength(1);
  });

  it('a topic no longer watched passes nothing', () => {
    const gate = new DeltaGate();
    gate.openFirst([1], horizon);
    gate.close(1);
    expect(gate.admit('12', [aDelta(1)])).toEqual([]);
  });
});

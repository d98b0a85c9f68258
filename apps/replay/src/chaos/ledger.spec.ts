import { describe, expect, it } from '@jest/globals';
import { Ledger, stampOf, type Stored } from './ledger.js';

const post = (version: number) => ({
  externalId: 'k',
  version,
  text: `words ${stampOf('k', version)}`,
});
const record = (version: number, text = stampOf('k', version)): Map<string, Stored> =>
  new Map([['k', { version, text }]]);
const NOTHING = new Map<string, Stored>();

describe('the ledger of a sender', () => {
  it('has no complaint when the record keeps what was acknowledged', () => {
    const ledger = new Ledger();
    ledger.note([post(0)]);
    ledger.acknowledge([post(0)]);
    expect(ledger.broken(record(0))).toEqual([]);
    expect(ledger.acknowledged).toBe(1);
  });

  it('notices what was acknowledged and lost', () => {
    const ledger = new Ledger();
    ledger.note([post(0)]);
    expect(ledger.broken(NOTHING)).toEqual([]);
    ledger.acknowledge([post(0)]);
    expect(ledger.broken(NOTHING)).toEqual(['k: acknowledged and lost']);
  });

  it('allows what was sent in doubt to be there or not, and nothing beyond it', () => {
    const ledger = new Ledger();
    ledger.note([post(0)]);
    ledger.acknowledge([post(0)]);
    ledger.note([post(1)]);
    expect(ledger.broken(record(0))).toEqual([]);
    expect(ledger.broken(record(1))).toEqual([]);
    expect(ledger.broken(record(2))).toEqual(['k: version 2 stored, never sent']);
  });

  it('notices an older version, another text, and keys of strangers', () => {
    const ledger = new Ledger();
    ledger.note([post(0), post(1)]);
    ledger.acknowledge([post(1)]);
    expect(ledger.broken(record(0))).toEqual(['k: version 1 acknowledged, 0 stored']);
    expect(ledger.broken(record(1, 'something else'))).toHaveLength(1);
    const strange = new Map([...record(1), ['x', { version: 0, text: '' }] as const]);
    expect(ledger.broken(strange)).toEqual(['x: never sent']);
  });

  it('notices a deletion that was acknowledged and did not happen', () => {
    const ledger = new Ledger();
    const gone = { op: 'delete', externalId: 'k' } as const;
    ledger.note([post(0), gone]);
    ledger.acknowledge([post(0)]);
    expect(ledger.broken(record(0))).toEqual([]);
    expect(ledger.broken(NOTHING)).toEqual([]);
    ledger.acknowledge([gone]);
    expect(ledger.broken(record(0))).toEqual(['k: deletion acknowledged, still there']);
    expect(ledger.broken(NOTHING)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Inbox } from './inbox.js';
import { OpenMinute } from './open-minute.js';
import { aDelta } from './testing/index.js';

const CLOSED = 999;
const PLACE = 70;

/** An inbox in which one topic leaves its counts. */
function anInbox(): Inbox {
  const inbox = new Inbox();
  inbox.open(PLACE);
  inbox.takeOver(PLACE, [], CLOSED);
  return inbox;
}

describe('the inbox of open minutes', () => {
  it('adds up the mentions of a minute and gives them away once', () => {
    const inbox = anInbox();
    expect(inbox.add(PLACE, aDelta({ minute: 1_000, negPermille: 900 }), CLOSED)).toBe(true);
    expect(inbox.add(PLACE, aDelta({ minute: 1_001, negPermille: 7 }), CLOSED)).toBe(true);
    expect(inbox.add(PLACE, aDelta({ minute: 1_000, negPermille: 60 }), CLOSED)).toBe(true);
    expect(inbox.negatives(PLACE)).toBe(967);
    expect({ ...inbox.take(PLACE, 1_000) }).toEqual({ total: 2, negPermille: 960, negCount: 1 });
    expect(inbox.take(PLACE, 1_000).total).toBe(0);
    expect(inbox.take(PLACE, 1_001).total).toBe(1);
  });

  it('leaves to the topic what is more than counts, late, far ahead or no whole number', () => {
    const inbox = anInbox();
    const others = [
      { authors: [7] },
      { channels: 2 },
      { media: [{ outlet: 1, tier: 'print' as const }] },
      { tone: { judged: 1, aggressive: 0, calls: 0, praise: 0 } },
      { minute: CLOSED },
      { minute: CLOSED + 5 },
      { negPermille: 0.5 },
    ];
    for (const other of others)
      expect(inbox.add(PLACE, aDelta({ minute: 1_000, ...other }), CLOSED)).toBe(false);
  });

  it('gives everything back in the order of time, and takes nothing more', () => {
    const inbox = anInbox();
    for (const minute of [1_003, 1_000, 1_001])
      inbox.add(PLACE, aDelta({ minute, total: minute - 999 }), CLOSED);
    const back: [number, number][] = [];
    inbox.giveBack(PLACE, (minute, { total }) => back.push([minute, total]));
    expect(back).toEqual([
      [1_000, 1],
      [1_001, 2],
      [1_003, 4],
    ]);
    expect(inbox.add(PLACE, aDelta({ minute: 1_000 }), CLOSED)).toBe(false);
  });

  it('takes over open minutes only if all of them are plain counts', () => {
    const inbox = new Inbox();
    inbox.open(PLACE);
    const plain = new OpenMinute(1_000);
    plain.add(aDelta({ minute: 1_000 }));
    const named = new OpenMinute(1_001);
    named.add(aDelta({ minute: 1_001, authors: [5] }));
    expect(inbox.takeOver(PLACE, [plain, named], CLOSED)).toBe(false);
    expect(inbox.negatives(PLACE)).toBe(0);
    expect(inbox.takeOver(PLACE, [plain], CLOSED)).toBe(true);
    expect(inbox.negatives(PLACE)).toBe(1_000);
  });
});

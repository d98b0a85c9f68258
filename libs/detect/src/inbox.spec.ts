import { describe, expect, it } from '@jest/globals';
import { AUTHORS, CHANNELS, TONE } from './heard-kinds.js';
import { Inbox } from './inbox.js';
import { OpenMinute } from './open-minute.js';
import { aDelta } from './testing/index.js';

const CLOSED = 999;
const PLACE = 70;

/** An inbox in which one topic leaves its counts; `known`: what it has heard of beside them. */
function anInbox(known = 0): Inbox {
  const inbox = new Inbox();
  inbox.open(PLACE);
  inbox.takeOver(PLACE, [], CLOSED, known);
  return inbox;
}

describe('the inbox of open minutes', () => {
  it('adds up the mentions of a minute and gives them away once', () => {
    const inbox = anInbox();
    expect(inbox.add(PLACE, aDelta({ minute: 1_000, negPermille: 900 }), CLOSED)).toBe(true);
    expect(inbox.add(PLACE, aDelta({ minute: 1_001, negPermille: 7 }), CLOSED)).toBe(true);
    expect(inbox.add(PLACE, aDelta({ minute: 1_000, negPermille: 60 }), CLOSED)).toBe(true);
    expect(inbox.negatives(PLACE)).toBe(967);
    expect(inbox.take(PLACE, 1_000)).toMatchObject({ total: 2, negPermille: 960, negCount: 1 });
    expect(inbox.take(PLACE, 1_000)).toBeNull();
    expect(inbox.take(PLACE, 1_001)?.total).toBe(1);
  });

  it('keeps who spoke, where and how, of a topic that has heard of such before', () => {
    const inbox = anInbox(AUTHORS | CHANNELS | TONE);
    const heard = new OpenMinute(1_000);
    const tone = { judged: 1, aggressive: 0, calls: 1, praise: 0 };
    const deltas = [
      { authors: [7, 8], channels: 2 },
      { authors: [7], channels: 4, tone },
      { authors: [9], tone },
      { authors: [], channels: 0, media: [] },
    ].map((who) => aDelta({ minute: 1_000, ...who }));
    for (const delta of deltas) {
      heard.add(delta);
      expect(inbox.add(PLACE, delta, CLOSED)).toBe(true);
    }
    inbox.add(PLACE, aDelta({ minute: 1_001 }), CLOSED);
    expect(inbox.take(PLACE, 1_000)).toEqual(heard);
    expect(inbox.take(PLACE, 1_001)).toMatchObject({ authors: null, channels: 0, tone: null });
    inbox.add(PLACE, aDelta({ minute: 1_004, tone }), CLOSED + 1);
    expect(inbox.take(PLACE, 1_004)).toMatchObject({ authors: null, channels: 0, tone });
  });

  it('gives a topic back what it took over', () => {
    const inbox = anInbox(AUTHORS);
    const heard = new OpenMinute(1_002);
    heard.add(aDelta({ minute: 1_002, authors: [7, 8] }));
    inbox.takeOver(PLACE, [heard], CLOSED, AUTHORS);
    const back: OpenMinute[] = [];
    inbox.giveBack(PLACE, (one) => back.push(one));
    inbox.takeOver(PLACE, [], CLOSED, AUTHORS);
    inbox.add(PLACE, aDelta({ minute: 1_002, authors: [1] }), CLOSED);
    expect(back).toEqual([heard]);
  });

  it('leaves to the topic what it hears of for the first time, what has a name, is late, far ahead or no whole number', () => {
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
    inbox.giveBack(PLACE, ({ minute, total }) => back.push([minute, total]));
    expect(back).toEqual([
      [1_000, 1],
      [1_001, 2],
      [1_003, 4],
    ]);
    expect(inbox.add(PLACE, aDelta({ minute: 1_000 }), CLOSED)).toBe(false);
  });

  it('takes over open minutes only if the topic knows all that was heard in them', () => {
    const inbox = new Inbox();
    inbox.open(PLACE);
    const plain = new OpenMinute(1_000);
    plain.add(aDelta({ minute: 1_000 }));
    const named = new OpenMinute(1_001);
    named.add(aDelta({ minute: 1_001, authors: [5] }));
    expect(inbox.takeOver(PLACE, [plain, named], CLOSED, TONE)).toBe(false);
    expect(inbox.negatives(PLACE)).toBe(0);
    expect(inbox.takeOver(PLACE, [plain], CLOSED, TONE)).toBe(true);
    expect(inbox.negatives(PLACE)).toBe(1_000);
  });
});

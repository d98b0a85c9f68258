import { describe, expect, it } from '@jest/globals';
import type { LiveMessage } from '@sturmwarte/contracts';
import fc from 'fast-check';
import { StreamPump } from './stream-pump.js';

function aMessage(stream: number, seq: number): LiveMessage {
  return { stream, seq, at: '2026-03-05T02:00:00.000Z', body: { type: 'topics', spaceId: 1 } };
}

/** A log in memory that answers as the database does; `forgotten` numbers are pruned. */
function aLog(heads: Map<number, number>, forgotten = 0) {
  const after = (stream: number, seq: number): LiveMessage[] => {
    const messages: LiveMessage[] = [];
    for (let next = seq + 1; next <= (heads.get(stream) ?? 0); next++) {
      if (next > forgotten) messages.push(aMessage(stream, next));
    }
    return messages;
  };
  return {
    heads: async () => [...heads].map(([stream, seq]) => ({ stream, seq })),
    readAfter: async (positions: readonly { stream: number; seq: number }[]) =>
      positions.flatMap(({ stream, seq }) => after(stream, seq)),
  };
}

describe('the numbered streams', () => {
  it('are sent once and in order, whatever order the hints come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 12 }),
        async (hints) => {
          const heads = new Map<number, number>();
          const sent: number[] = [];
          const pump = new StreamPump(aLog(heads), ({ seq }) => sent.push(seq));
          await pump.start();
          heads.set(3, Math.max(0, ...hints));
          for (const seq of hints) if (pump.hint([aMessage(3, seq)])) await pump.catchUp();
          await pump.catchUp();
          expect(sent).toEqual(Array.from({ length: heads.get(3) ?? 0 }, (_, n) => n + 1));
        },
      ),
    );
  });

  it('tell a client exactly what it missed, although more is sent meanwhile', async () => {
    const heads = new Map([[3, 5]]);
    const log = aLog(heads);
    let subscribedAt = 0;
    const pump = new StreamPump(
      {
        heads: log.heads,
        readAfter: async (positions) => {
          const read = await log.readAfter(positions);
          if ((heads.get(3) ?? 0) < 8) heads.set(3, (heads.get(3) ?? 0) + 1);
          pump.hint([aMessage(3, heads.get(3) ?? 0)]);
          return read;
        },
      },
      () => undefined,
    );
    await pump.start();
    const { messages, reset } = await pump.missed([{ stream: 3, seq: 2 }], () => {
      subscribedAt = pump.cursor(3);
    });
    expect(messages.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(subscribedAt).toBe(8);
    expect(reset).toEqual([]);
  });

  it('send a client to fetch the state when its gap has been forgotten', async () => {
    const pump = new StreamPump(aLog(new Map([[3, 50]]), 40), () => undefined);
    await pump.start();
    expect(await pump.missed([{ stream: 3, seq: 10 }], () => undefined)).toEqual({
      messages: [],
      reset: [3],
    });
  });

  it('do not believe a client that has seen more than there is', async () => {
    const pump = new StreamPump(aLog(new Map([[3, 50]])), () => undefined);
    await pump.start();
    expect((await pump.missed([{ stream: 3, seq: 51 }], () => undefined)).reset).toEqual([3]);
  });
});

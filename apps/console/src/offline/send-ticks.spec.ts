import { describe, expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../api/refusal.js';
import { sendTicks } from './send-ticks.js';
import type { WaitingTick } from './waiting-tick.js';

const aTick = (id: number): WaitingTick => ({
  ...{ id, personId: 1, incidentId: 7, seen: 3, at: 1_000 },
  order: { type: 'finish-step', run: 2, step: `K${id}` },
});
const wasFirst = (by: string) => new Refusal('step-settled', { standing: 'done', by }, null);

/** Sends three ticks to a server that answers each as told; says what came of it. */
async function sent(answers: Readonly<Record<number, Error>>) {
  const settled: number[] = [];
  const result = await sendTicks(
    [aTick(1), aTick(2), aTick(3)],
    'Anna',
    async ({ id, incidentId }) => {
      const problem = answers[id];
      if (problem !== undefined) throw problem;
      return { incidentId, entries: [] };
    },
    async ({ id }) => void settled.push(id),
  );
  return { ...result, settled };
}

describe('ticks that waited for the connection', () => {
  it('are sent in their order, each once', async () => {
    expect(await sent({})).toEqual({ sent: 3, refused: [], settled: [1, 2, 3] });
  });

  it('that somebody else was first with are named, and the rest goes on', async () => {
    const result = await sent({ 2: wasFirst('Ben') });
    expect(result).toMatchObject({ sent: 2, settled: [1, 2, 3] });
    expect(result.refused.map(({ params }) => params['by'])).toEqual(['Ben']);
  });

  it('that had come through before the connection broke count as sent', async () => {
    expect(await sent({ 1: wasFirst('Anna') })).toMatchObject({ sent: 3, refused: [] });
  });

  it('stay when there is no answer, or nobody is signed in any more', async () => {
    expect(await sent({ 2: new Unreachable() })).toMatchObject({ sent: 1, settled: [1] });
    const ended = new Refusal('not-signed-in', {}, null);
    expect(await sent({ 1: ended })).toEqual({ sent: 0, refused: [], settled: [] });
  });
});

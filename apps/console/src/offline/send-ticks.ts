import type { CommandAnswer } from '@sturmwarte/contracts';
import { Refusal } from '../api/refusal.js';
import type { WaitingTick } from './waiting-tick.js';

export interface SentTicks {
  readonly sent: number;
  /** Somebody else was first, or it is no longer possible. */
  readonly refused: readonly Refusal[];
}

/**
 * Sends what waited, in its order. What is answered, with yes or no, waits no longer; without an answer, or without a
 * session, the rest stays for the next connection.
 */
export async function sendTicks(
  ticks: readonly WaitingTick[],
  name: string,
  send: (tick: WaitingTick) => Promise<CommandAnswer>,
  settled: (tick: WaitingTick, answer: CommandAnswer | null) => Promise<void>,
): Promise<SentTicks> {
  let sent = 0;
  const refused: Refusal[] = [];
  for (const tick of ticks) {
    try {
      const answer = await send(tick);
      await settled(tick, answer);
      sent += 1;
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.code === 'not-signed-in') break;
      await settled(tick, null);
      // It had come through before the connection broke, or was sent by another window of the same person.
      if (problem.params['by'] === name) sent += 1;
      else refused.push(problem);
    }
  }
  return { sent, refused };
}

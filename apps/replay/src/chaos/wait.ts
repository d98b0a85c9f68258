import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 25;

/** Asks until the answer is neither false nor undefined; throws `what` after the time. */
export async function until<T>(
  what: string,
  withinMs: number,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`${what}: not within ${withinMs / 1_000} s`);
    await sleep(EVERY_MS);
  }
}

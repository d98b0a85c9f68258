import { PATIENCE_MS } from './people.js';

type Nothing = false | undefined | null;

/** Waits until something holds, and answers it. */
export async function until<T>(look: () => T | Nothing | Promise<T | Nothing>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined && found !== null) return found;
    if (performance.now() > end) throw new Error('it never happened');
    await pause(20);
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

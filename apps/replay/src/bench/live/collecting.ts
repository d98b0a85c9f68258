import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('./collect-on-signal.js', import.meta.url));
const TAKES_MS = 1_000;

/** Environment of a server that collects its garbage when told to. */
export const COLLECTING = { NODE_OPTIONS: `--expose-gc --import=${PRELOAD}` };

export async function collect(pid: number): Promise<void> {
  // Twice: what the first round finalises, the second one frees.
  for (let time = 0; time < 2; time++) {
    process.kill(pid, 'SIGUSR2');
    await sleep(TAKES_MS);
  }
}

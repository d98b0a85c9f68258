import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 250;

export interface LagWatch {
  /** The highest lag seen, seconds. */
  stop(): Promise<number>;
}

/** Looks at the lag of a stage until it is stopped. */
export function watchLag(url: string, stage: string): LagWatch {
  let stopping = false;
  let highest = 0;
  const watching = (async () => {
    while (!stopping) {
      highest = Math.max(highest, await lagOf(url, stage));
      await sleep(EVERY_MS);
    }
  })();
  // Whoever stops it hears of a fault; until then nobody listens.
  watching.catch(() => undefined);
  return {
    async stop() {
      stopping = true;
      await watching;
      return highest;
    },
  };
}

/** Waits until a stage has nothing to do: what was before is not what is measured. */
export async function untilIdle(url: string, stage: string, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  for (let idle = 0; idle < 4;) {
    idle = (await lagOf(url, stage)) === 0 ? idle + 1 : 0;
    if (performance.now() > until) throw new Error(`${stage} does not come to an end`);
    await sleep(EVERY_MS);
  }
}

/** Seconds since the commit of the oldest batch a stage has not dealt with, as the server's metrics tell. */
async function lagOf(url: string, stage: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`);
  const text = await answer.text();
  const line = text.split('\n').find((one) => one.includes(`_stage_lag_seconds{stage="${stage}"}`));
  if (line === undefined) throw new Error(`the metrics do not name the lag of ${stage}`);
  return Number(line.split(' ').at(-1));
}

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

/** Seconds since the commit of the oldest batch a stage has not dealt with, as the server's metrics tell. */
async function lagOf(url: string, stage: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`);
  const text = await answer.text();
  const line = text.split('\n').find((one) => one.includes(`_stage_lag_seconds{stage="${stage}"}`));
  if (line === undefined) throw new Error(`the metrics do not name the lag of ${stage}`);
  return Number(line.split(' ').at(-1));
}

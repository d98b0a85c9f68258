import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exactText } from './exact-text.js';
import { measurePeers } from './measure-peers.js';
import { measureSlowPaces } from './measure-slow-paces.js';
import { PEERS_USAGE, readPeersOptions } from './options.js';
import { gatherPeers } from './peers-folder.js';
import {
  acknowledgementLine,
  goalsOf,
  goalsTable,
  latencyTable,
  surroundingsLine,
  upkeepTable,
} from './report.js';
import { THRESHOLD } from './threshold.js';

const say = (line: string): void => void process.stderr.write(`[bench:peers] ${line}\n`);

async function bench(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = readPeersOptions(args, process.cwd());
  const folder = resolve(options.folder);
  const peers = await gatherPeers(folder, say);
  if (options.installOnly) return;
  const exact = exactText();
  const { rounds, spikes, restMs } = options;
  const scratch = await mkdtemp(join(tmpdir(), 'sturmwarte-peers-'));
  try {
    const results = await measurePeers({
      ...{ peers, exact, rounds, spikes, restMs },
      ...{ scratch, signal, say },
    });
    if (options.defaults && peers.prometheus) say('slow settings of Prometheus: five minutes more');
    const slow =
      options.defaults && peers.prometheus
        ? await measureSlowPaces(peers.prometheus, exact.text, scratch, signal)
        : [];
    const { negatives, minutes } = THRESHOLD;
    console.log(
      [
        '',
        `At least ${negatives} negatives of a topic in ${minutes} minutes; 1,000 mentions/s beside them.`,
        restMs > 0
          ? `The mention that crosses comes after the topic was quiet for ${restMs} ms.`
          : 'The mention that crosses comes in the flow of its spike.',
        `${surroundingsLine(results)} Node ${process.version}.`,
        ...['', latencyTable(results, slow)],
        ...['', goalsTable(goalsOf(results)), '', acknowledgementLine(results)],
        ...['', upkeepTable(results)],
      ].join('\n'),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(PEERS_USAGE);
else {
  const stopped = new AbortController();
  // Everybody started is ended, whoever ends this.
  for (const sign of ['SIGINT', 'SIGTERM'] as const) process.on(sign, () => stopped.abort());
  await bench(args, stopped.signal).catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}

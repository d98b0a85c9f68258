import { endAlertmanager, findAlertmanager } from './alertmanager.js';
import { CHAOS_USAGE, readChaosOptions } from './options.js';
import { playRounds } from './play-rounds.js';
import { momentsOf, tableOf } from './report.js';
import { canMount } from './small-disk.js';

const say = (line: string): void => void process.stderr.write(`[chaos] ${line}\n`);

/** Throws an Error with one sentence for what cannot be understood. @returns whether everything held */
async function chaos(args: readonly string[]): Promise<boolean> {
  const options = readChaosOptions(args);
  if (options.alertmanager) return compareAlertmanager();
  let { kinds } = options;
  if (kinds.includes('disk') && !(await canMount())) {
    say('skipped: disk (a small disk can be mounted here by root only)');
    kinds = kinds.filter((kind) => kind !== 'disk');
  }
  if (kinds.length === 0) return true;
  const enough = enoughAfter(options.minutes);
  const results = await playRounds({ ...options, kinds, enough }, say);
  console.log(`\n${tableOf(results)}\n\n${momentsOf(results)}`);
  return results.every(({ faults }) => faults.length === 0);
}

/** After the time, or when somebody asks us to stop: the round under way is ended and everything put away. */
function enoughAfter(minutes: number | null): () => boolean {
  const end = minutes === null ? Infinity : performance.now() + minutes * 60_000;
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      asked = true;
      say('ends after this round; once more ends at once and leaves its processes');
    });
  }
  return () => asked || performance.now() > end;
}

const WAIT_MS = 10_000;

/** What another house's tool keeps. Its result is no failure of ours. */
async function compareAlertmanager(): Promise<boolean> {
  const found = await findAlertmanager();
  if (found === null) {
    say(
      'skipped: no prometheus-alertmanager here (npm run bench:peers -- --install-only fetches one)',
    );
    return true;
  }
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const { version, waitedMs, before, after } = await endAlertmanager(found, signal, WAIT_MS);
    const kept = (what: 'alerts' | 'silences'): string =>
      `${after[what]} of ${before[what]} ${what}`;
    const wait = `${waitedMs / 1_000} s after they were accepted`;
    console.log(
      `Alertmanager ${version}, ${signal} ${wait}: ${kept('alerts')}, ${kept('silences')} left`,
    );
  }
  return true;
}

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(CHAOS_USAGE);
else {
  try {
    if (!(await chaos(args))) process.exitCode = 1;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

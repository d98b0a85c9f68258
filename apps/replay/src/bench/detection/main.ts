import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { measureCost } from './cost.js';
import { Kit } from './kit.js';
import { measureSet } from './measure-set.js';
import type { SetResult } from './measure-set.js';
import { learnOutlook, measureOutlook, type OutlookPlan } from './outlook/measure-outlook.js';
import {
  bandTable,
  chanceTable,
  peakTable,
  reliabilityTable,
  rivalTable,
  type OutlookResult,
} from './outlook/outlook-report.js';
import { DETECTION_USAGE, readDetectionOptions } from './options.js';
import type { DetectionOptions } from './options.js';
import { costTable, headlineTable, presetTable, rulesTable } from './report.js';
import { backtestCommand } from './run-backtest.js';

const say = (line: string): void => void process.stderr.write(`[bench:detection] ${line}\n`);
const COST_SIZES = [1, 100, 10_000];
const COST_MENTIONS = 1_000_000;

async function bench(options: DetectionOptions, signal: AbortSignal): Promise<void> {
  const missing = Kit.missing(options.kit, options.data);
  if (missing !== null) say(missing);
  else if (options.kit !== null && options.data !== null) {
    const kit = new Kit(resolve(options.kit), resolve(options.data));
    const plan = { kit, folder: resolve(options.folder), seeds: options.seeds, signal };
    if (options.learnOutlook !== null) return learnOutlook(resolve(options.learnOutlook), plan);
    if (!options.outlookOnly) await storms(kit, options, signal);
    await outlook(options, plan);
  }
  if (!options.cost || options.outlookOnly) return;
  say('cost per mention');
  const costs = COST_SIZES.flatMap((topics) => measureCost(topics, COST_MENTIONS));
  const load = loadavg()[0] ?? 0;
  print('Cost', `Load ${load.toFixed(1)}, Node ${process.version}.\n\n${costTable(costs)}`);
}

async function storms(kit: Kit, options: DetectionOptions, signal: AbortSignal): Promise<void> {
  const folder = resolve(options.folder);
  const { seeds, presets } = options;
  const results: SetResult[] = [];
  for (const set of options.sets) {
    say(`${set.name}: ${set.says}`);
    results.push(await measureSet(set, { kit, folder, seeds, presets, signal }));
  }
  const topicWeeks = results[0]?.compared[0]?.all.topicWeeks ?? 0;
  console.log(
    `Seeds ${seeds.join(', ')}; ${topicWeeks.toFixed(0)} topic-weeks, storms: ${results
      .map(({ set, compared }) => `${set.name} ${compared[0]?.all.storms ?? 0}`)
      .join(', ')}. Node ${process.version}.`,
  );
  print('As shipped', headlineTable(results));
  print('Presets', presetTable(results));
  for (const result of results) print(`The rules, ${result.set.name}`, rulesTable(result));
  await causality(kit, folder, options, signal);
  say('NAB realTweets');
  const nab = kit.withData(['--product-cmd', backtestCommand()]);
  print('NAB', (await kit.run('nab-score.mjs', nab, signal)).trim());
}

/** Whether what the product foretold came to pass, on storms its table has never seen. */
async function outlook(options: DetectionOptions, plan: OutlookPlan): Promise<void> {
  const results: OutlookResult[] = [];
  for (const set of options.sets) {
    say(`outlook, ${set.name}`);
    results.push(await measureOutlook(set, plan));
  }
  const of = results.map(({ set, asked, judged }) => `${set} ${judged.length} of ${asked}`);
  console.log(
    `\nOutlook, seeds ${options.seeds.join(', ')}; moments with a forecast: ${of.join(', ')}.`,
  );
  print('Outlook: the bands', bandTable(results));
  print('Outlook: other ways to say it, median log error', rivalTable(results));
  print('Outlook: chance of the next level within 60 minutes', chanceTable(results));
  print('Outlook: what was said to be so likely happened so often', reliabilityTable(results));
  print('Outlook: the peak', peakTable(results));
}

/** Fails the whole run when what was said about the past depends on the future. */
async function causality(
  kit: Kit,
  folder: string,
  { sets, seeds }: DetectionOptions,
  signal: AbortSignal,
): Promise<void> {
  const set = sets[0];
  if (set === undefined) return;
  say('causality');
  const counts = resolve(folder, `${set.name}-${seeds.join('-')}`, 'storms.csv');
  const args = ['causality', '--counts', counts, '--product-cmd', backtestCommand()];
  print('Causality', (await kit.run('storm-bench.mjs', args, signal)).trim());
}

function print(title: string, body: string): void {
  console.log(`\n### ${title}\n\n${body}`);
}

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(DETECTION_USAGE);
else {
  const stopped = new AbortController();
  // Everybody started is ended, whoever ends this.
  for (const sign of ['SIGINT', 'SIGTERM'] as const) process.on(sign, () => stopped.abort());
  try {
    await bench(readDetectionOptions(args, process.env, process.cwd()), stopped.signal);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

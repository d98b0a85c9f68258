import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_SENSITIVITY } from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';
import { firstWeekAlarms } from './first-week.js';
import type { Kit } from './kit.js';
import type { ComparedRow, StormReport } from './kit-report.js';
import { backtestCommand, runBacktest } from './run-backtest.js';
import type { StormSet } from './storm-sets.js';

export interface PresetResult {
  readonly preset: Sensitivity;
  readonly report: StormReport;
  readonly firstWeek: number;
}

export interface SetResult {
  readonly set: StormSet;
  /** The product as shipped, then the rules and "own N" at its own false-alarm rate, at 0.2 and at 1. */
  readonly compared: readonly ComparedRow[];
  readonly presets: readonly PresetResult[];
}

interface Plan {
  readonly kit: Kit;
  readonly folder: string;
  readonly seeds: readonly number[];
  readonly presets: readonly Sensitivity[];
  readonly signal: AbortSignal;
}

/** Makes one set, plays it through the back-test and through the rules. */
export async function measureSet(set: StormSet, plan: Plan): Promise<SetResult> {
  const { kit, seeds, presets, signal } = plan;
  const dir = join(plan.folder, `${set.name}-${seeds.join('-')}`);
  await mkdir(dir, { recursive: true });
  const truth = join(dir, 'truth.json');
  if (!existsSync(truth)) {
    const make = ['make', ...set.make, '--seeds', seeds.join(','), '--out', dir];
    await kit.run('storm-bench.mjs', kit.withData(make), signal);
  }
  const json = join(dir, 'compared.json');
  const against = ['--counts-dir', dir, '--product-cmd', backtestCommand(), '--json', json];
  await kit.run('compare.mjs', [...against, '--fa', '0.2,1'], signal);
  const compared = JSON.parse(await readFile(json, 'utf8')) as ComparedRow[];
  const results: PresetResult[] = [];
  for (const preset of presets)
    results.push(
      preset === DEFAULT_SENSITIVITY
        ? await asCompared(dir, compared)
        : await measurePreset(kit, dir, preset, signal),
    );
  return { set, compared, presets: results };
}

/** The comparison has played the default already, and left its alerts behind. */
async function asCompared(dir: string, compared: readonly ComparedRow[]): Promise<PresetResult> {
  const report = compared[0];
  if (report === undefined) throw new Error(`the comparison in ${dir} is empty`);
  const alerts = join(dir, 'product-quiet.ndjson');
  const firstWeek = await firstWeekAlarms(join(dir, 'truth.json'), alerts);
  return { preset: DEFAULT_SENSITIVITY, report, firstWeek };
}

async function measurePreset(
  kit: Kit,
  dir: string,
  preset: Sensitivity,
  signal: AbortSignal,
): Promise<PresetResult> {
  const truth = join(dir, 'truth.json');
  const alerts = (run: string): string => join(dir, `${preset}-${run}.ndjson`);
  for (const run of ['quiet', 'storms']) {
    await runBacktest(
      ['--counts', join(dir, `${run}.csv`), '--out', alerts(run), '--preset', preset],
      signal,
    );
  }
  const json = join(dir, `${preset}.json`);
  const files = ['--alerts-quiet', alerts('quiet'), '--alerts-storms', alerts('storms')];
  await kit.run('storm-bench.mjs', ['score', '--truth', truth, ...files, '--json', json], signal);
  const report = JSON.parse(await readFile(json, 'utf8')) as StormReport;
  return { preset, report, firstWeek: await firstWeekAlarms(truth, alerts('quiet')) };
}

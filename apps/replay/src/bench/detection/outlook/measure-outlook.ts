import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kit } from '../kit.js';
import { STORM_SETS, type StormSet } from '../storm-sets.js';
import { judgedOf } from './judge.js';
import { learn } from './learn.js';
import { learnedSource } from './learned-source.js';
import { momentsOf } from './moments.js';
import type { OutlookResult } from './outlook-report.js';

/**
 * Sets the table is learned from, and how much each counts. Self-exciting storms grow faster than the others and are
 * fewer moments: counted like them, their bands held three cases of four only. Storms half of which is negative teach
 * that a share can keep a level away.
 */
const TAUGHT_BY: Readonly<Record<string, number>> = {
  real: 1,
  synthetic: 2,
  chronic: 1,
  half: 0.5,
};

export interface OutlookPlan {
  readonly kit: Kit;
  readonly folder: string;
  readonly seeds: readonly number[];
  readonly signal: AbortSignal;
}

/** Asks the product for its outlook on every alert of a set, and what came. */
export async function measureOutlook(set: StormSet, plan: OutlookPlan): Promise<OutlookResult> {
  const moments = await momentsOf(await madeSet(set, plan));
  const learnedFrom = set.name in TAUGHT_BY;
  return { set: set.name, learnedFrom, asked: moments.length, judged: judgedOf(moments) };
}

/** Learns the table anew and writes it as source. */
export async function learnOutlook(file: string, plan: OutlookPlan): Promise<void> {
  const sets = STORM_SETS.filter(({ name }) => name in TAUGHT_BY);
  const lessons = [];
  for (const set of sets) {
    const moments = await momentsOf(await madeSet(set, plan));
    const weight = ((TAUGHT_BY[set.name] ?? 1) * 1_000) / moments.length;
    for (const moment of moments) lessons.push({ moment, weight });
  }
  const names = sets.map(({ name }) => name);
  await writeFile(file, learnedSource(learn(lessons), names, plan.seeds));
}

/** Makes a set, or takes the one that is there. */
async function madeSet(
  set: StormSet,
  { kit, folder, seeds, signal }: OutlookPlan,
): Promise<string> {
  const dir = join(folder, `${set.name}-${seeds.join('-')}`);
  await mkdir(dir, { recursive: true });
  if (existsSync(join(dir, 'truth.json'))) return dir;
  const make = ['make', ...set.make, '--seeds', seeds.join(','), '--out', dir];
  await kit.run('storm-bench.mjs', kit.withData(make), signal);
  return dir;
}

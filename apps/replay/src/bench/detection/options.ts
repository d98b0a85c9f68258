import { join } from 'node:path';
import { SENSITIVITIES } from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';
import { STORM_SETS } from './storm-sets.js';
import type { StormSet } from './storm-sets.js';

export interface DetectionOptions {
  /** Folder of the measuring kit and of its data; null where nobody named one. */
  readonly kit: string | null;
  readonly data: string | null;
  readonly seeds: readonly number[];
  readonly sets: readonly StormSet[];
  readonly presets: readonly Sensitivity[];
  /** Here the made weeks and storms lie; reused when they are there already. */
  readonly folder: string;
  /** Costs of the detector are measured as well. */
  readonly cost: boolean;
  /** Only the outlook is measured. */
  readonly outlookOnly: boolean;
  /** The outlook's table is learned from the storms of these seeds and written here; nothing is measured. */
  readonly learnOutlook: string | null;
}

const DEFAULT_SEEDS = [41, 42, 43, 44, 45, 46];

export const DETECTION_USAGE = `Usage: npm run bench:detection -- --kit DIR --data DIR [--seeds ${DEFAULT_SEEDS.join(',')}]
  [--sets ${STORM_SETS.map(({ name }) => name).join(',')}] [--presets ${SENSITIVITIES.join(',')}]
  [--folder .bench-detection] [--no-cost] [--outlook-only] [--learn-outlook FILE]

How early storms are seen, and how often the watch cries wolf: the back-test against rules people set up, on ordinary
weeks and on the same weeks with storms; no looking ahead; whether the outlook held; NAB realTweets; cost per mention. Prints the tables of
docs/benchmarks.md. About ten minutes. Needs a build (npm run build).

--kit, --data  the measuring scripts and their data, which are not part of this repository; also read from
               STURMWARTE_DETECTION_KIT and STURMWARTE_DETECTION_DATA. Without them only the cost is measured.
--seeds        each seed is another draw of moods and storms; four or more before a small gain is believed
--sets         some of the sets only
--presets      some of the sensitivities only
--folder       where the made weeks are kept
--no-cost      leave out the cost per mention
--outlook-only measure the outlook and nothing else
--learn-outlook  learn the outlook's table from these seeds and write it as source; measure it on others`;

/** Throws an Error with one sentence for what cannot be understood. */
export function readDetectionOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  home: string,
): DetectionOptions {
  const options = {
    kit: env['STURMWARTE_DETECTION_KIT'] ?? null,
    data: env['STURMWARTE_DETECTION_DATA'] ?? null,
    seeds: DEFAULT_SEEDS as readonly number[],
    sets: STORM_SETS,
    presets: SENSITIVITIES as readonly Sensitivity[],
    folder: join(home, '.bench-detection'),
    cost: true,
    outlookOnly: false,
    learnOutlook: null as string | null,
  };
  for (let at = 0; at < args.length; at++) {
    const name = args[at];
    if (name === '--no-cost') options.cost = false;
    else if (name === '--outlook-only') options.outlookOnly = true;
    else {
      const value = args[++at];
      if (value === undefined) throw new Error(`${name} needs a value`);
      if (name === '--kit') options.kit = value;
      else if (name === '--data') options.data = value;
      else if (name === '--folder') options.folder = value;
      else if (name === '--learn-outlook') options.learnOutlook = value;
      else if (name === '--seeds') options.seeds = seedsOf(value);
      else if (name === '--sets') options.sets = oneOf(name, value, STORM_SETS, (set) => set.name);
      else if (name === '--presets') options.presets = oneOf(name, value, SENSITIVITIES, String);
      else throw new Error(`${name} is not known`);
    }
  }
  return options;
}

function seedsOf(value: string): number[] {
  const seeds = value.split(',').map(Number);
  if (seeds.every((seed) => Number.isSafeInteger(seed) && seed > 0)) return seeds;
  throw new Error('--seeds must be whole numbers above 0, parted by commas');
}

function oneOf<T>(name: string, value: string, all: readonly T[], nameOf: (one: T) => string): T[] {
  return value.split(',').map((wanted) => {
    const found = all.find((one) => nameOf(one) === wanted);
    if (found === undefined)
      throw new Error(`${name} knows ${all.map(nameOf).join(', ')}, not ${wanted}`);
    return found;
  });
}

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { playInto } from '../play-into.js';
import { runCommand } from '../run-command.js';
import { UsageError } from '../usage-error.js';
import { bundledPlans, loadOutlets, loadPhrasebooks, loadPlan } from './bundled.js';
import { composeStorm } from './compose-storm.js';
import { readStormOptions, type StormOptions, type Story } from './options.js';
import type { Plan } from './plan.js';
import { prepareBackground, prepareStorm, usualDay } from './prepare-storm.js';
import { toldAbout } from './subject.js';
import { toNdjson } from './to-ndjson.js';
import { USAGE } from './usage.js';

/** Whose ordinary days are told where nobody says. */
const BACKGROUND_OF = 'viral-service';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = readStormOptions(argv, env, (story) => planOf(story).brand);
  if (options === 'help') return tell(USAGE);
  if (options === 'list') return bundledPlans().forEach(listed);
  const own = planOf(options.story);
  const plan = options.about === undefined ? own : toldAbout(own, options.about);
  await run(options, plan, env, Date.now());
}

async function run(
  { story, seed: wanted, dayMs: day, sink }: StormOptions,
  plan: Plan,
  env: NodeJS.ProcessEnv,
  nowMs: number,
): Promise<void> {
  const library = { books: loadPhrasebooks(), outlets: loadOutlets() };
  const seed = wanted ?? plan.seed;
  const dayMs = day ?? usualDay(sink.kind === 'file', nowMs);
  if (sink.kind === 'file') return write(sink.file, composeStorm(plan, seed, dayMs, library));
  const { speed } = sink;
  const prepared =
    story.kind === 'scenario'
      ? prepareStorm(plan, { seed, dayMs, speed }, library)
      : prepareBackground(plan, { seed, perHour: story.perHour, speed, nowMs }, library);
  await playInto({ ...sink, name: plan.brand }, prepared, env, tell);
}

async function write(file: string, entries: Parameters<typeof toNdjson>[0]): Promise<void> {
  const lines = Readable.from(toNdjson(entries));
  if (file === '-') return pipeline(lines, process.stdout, { end: false });
  await pipeline(lines, createWriteStream(file)).catch((error: Error) => {
    throw new UsageError(`${file} cannot be written: ${error.message}.`);
  });
}

function planOf(story: Story): Plan {
  return loadPlan(story.kind === 'scenario' ? story.scenario : BACKGROUND_OF);
}

function listed(name: string): void {
  const { title, brand } = loadPlan(name);
  tell(`${name.padEnd(18)} ${title.en} (${brand})`);
}

await runCommand(main);

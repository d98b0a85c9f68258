import { parseArgs } from 'node:util';
import { intoOf, serverOf, speedOf, type Options, type Speed } from '../options.js';
import { readDay, readDuration } from '../read-values.js';
import { UsageError } from '../usage-error.js';

/** What is told: a bundled storm, or ordinary days without end. */
export type Story =
  | { readonly kind: 'scenario'; readonly scenario: string }
  | { readonly kind: 'background'; readonly perHour: number };

export type Sink =
  | { readonly kind: 'file'; readonly file: string }
  | ({ readonly kind: 'server'; readonly speed: Speed } & Pick<
      Options,
      'server' | 'into' | 'keepOpen' | 'giveUpAfterMs'
    >);

export interface StormOptions {
  readonly story: Story;
  readonly about?: string;
  readonly seed?: number;
  readonly dayMs?: number;
  readonly sink: Sink;
}

const MOST_AN_HOUR = 3_600;
const ORDINARY_AN_HOUR = 40;
const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

/** Throws UsageError naming the first mistake. `brandOf`: whom a new space is for where the person does not say. */
export function readStormOptions(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  brandOf: (story: Story) => string,
): StormOptions | 'help' | 'list' {
  const values = parsed(argv);
  if (values.help === true) return 'help';
  if (values.list === true) return 'list';
  const story = storyOf(values);
  const { about, seed, day } = values;
  return {
    story,
    ...(about === undefined ? {} : { about: nameOf(about) }),
    ...(seed === undefined ? {} : { seed: whole('--seed', seed, 0, 2 ** 31 - 1) }),
    ...(day === undefined ? {} : { dayMs: readDay('--day', day) }),
    sink: sinkOf(values, story, env, about ?? brandOf(story)),
  };
}

function parsed(argv: readonly string[]) {
  const options = {
    ...{ scenario: TEXT, about: TEXT, seed: TEXT, day: TEXT, rate: TEXT, out: TEXT },
    ...{ server: TEXT, token: TEXT, email: TEXT, brand: TEXT, kind: TEXT, name: TEXT },
    ...{ speed: TEXT, in: TEXT, 'give-up': TEXT },
    ...{ background: FLAG, max: FLAG, 'keep-open': FLAG, list: FLAG, help: FLAG },
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
type Values = ReturnType<typeof parsed>;

function storyOf({ scenario, background, rate }: Values): Story {
  if ((scenario === undefined) === (background === undefined)) {
    throw new UsageError('Say what to tell: --scenario or --background, one of them.');
  }
  if (scenario === undefined) {
    const perHour = rate === undefined ? ORDINARY_AN_HOUR : whole('--rate', rate, 1, MOST_AN_HOUR);
    return { kind: 'background', perHour };
  }
  if (rate !== undefined) throw new UsageError('--rate goes with --background only.');
  return { kind: 'scenario', scenario };
}

function sinkOf(values: Values, story: Story, env: NodeJS.ProcessEnv, brand: string): Sink {
  const { out, speed, in: within, max, email } = values;
  const paced = speed !== undefined || within !== undefined || max !== undefined;
  if (out !== undefined) {
    if (story.kind === 'background') throw new UsageError('The background has no end to write.');
    if (email !== undefined || values.token !== undefined || paced) {
      throw new UsageError('--out goes without a server and without a speed.');
    }
    return { kind: 'file', file: out };
  }
  if (story.kind === 'background' && (max !== undefined || within !== undefined)) {
    throw new UsageError('The background has no end: --speed only.');
  }
  const into = { ...values, brand: values.brand ?? brand, scenario: brand };
  return {
    kind: 'server',
    server: serverOf(values.server ?? 'http://127.0.0.1:4400'),
    speed: paced ? speedOf(values) : { by: 'scenario' },
    into: intoOf(into, env),
    keepOpen: values['keep-open'] ?? false,
    giveUpAfterMs: readDuration('--give-up', values['give-up'] ?? '2m'),
  };
}

function nameOf(about: string): string {
  if (!/[\p{L}\p{N}]{2}/u.test(about)) throw new UsageError(`--about "${about}" is no name.`);
  return about;
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`${option} ${text} is no whole number from ${least} to ${most}.`);
}

import { KIND_TEXT, KINDS, type Kind } from './kinds.js';
import { MOMENTS } from './moments.js';

export interface ChaosOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly kinds: readonly Kind[];
  /** No round begins later; null: all are played. */
  readonly minutes: number | null;
  /** Instead of rounds: what Alertmanager keeps after a SIGKILL. */
  readonly alertmanager: boolean;
}

const DEFAULT_ROUNDS = 40;
const DEFAULT_SEED = 1;

export const CHAOS_USAGE = `Usage: npm run chaos -- [--rounds ${DEFAULT_ROUNDS}] [--seed ${DEFAULT_SEED}] [--only kind[,kind]]
                        [--minutes M] [--alertmanager]

Servers of their own in scratch folders, under load, each round with one fault at a random moment; then everything
is held against what was promised. Linux only; needs a build (npm run build). Kinds of faults:
${KINDS.map((kind) => `  ${kind.padEnd(13)} ${KIND_TEXT[kind]}`).join('\n')}

What is killed is killed by chance, or while something is under way: ${MOMENTS.slice(1).join(', ')}.

A failed round keeps its folder and names its seed: --only its kind --seed its seed --rounds 1 plays it again.
--minutes M: no round begins later than that; the table shows what was played.
--alertmanager: instead, what a prometheus-alertmanager (of bench:peers, or installed) keeps after one SIGKILL.`;

/** Throws an Error with one sentence for what cannot be understood. */
export function readChaosOptions(args: readonly string[]): ChaosOptions {
  const options = {
    rounds: DEFAULT_ROUNDS,
    seed: DEFAULT_SEED,
    kinds: KINDS as readonly Kind[],
    minutes: null as number | null,
  };
  let alertmanager = false;
  for (let at = 0; at < args.length; at++) {
    const name = args[at];
    if (name === '--alertmanager') {
      alertmanager = true;
      continue;
    }
    const value = args[++at];
    if (value === undefined) throw new Error(`${name} needs a value`);
    if (name === '--rounds') options.rounds = whole(name, value, 1);
    else if (name === '--seed') options.seed = whole(name, value, 0);
    else if (name === '--minutes') options.minutes = whole(name, value, 1);
    else if (name === '--only') options.kinds = kindsOf(value);
    else throw new Error(`${name} is not known`);
  }
  return { ...options, alertmanager };
}

function whole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`${name} must be a whole number of ${least} or more`);
}

function kindsOf(value: string): Kind[] {
  return value.split(',').map((name) => {
    const kind = KINDS.find((one) => one === name);
    if (kind === undefined) throw new Error(`--only ${name} is none of ${KINDS.join(', ')}`);
    return kind;
  });
}

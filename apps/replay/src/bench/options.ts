const DEFAULTS = {
  rounds: 5,
  mentions: 100_000,
  batch: 500,
  connections: 8,
  topics: 10_000,
  rows: 500_000,
};

export type BenchOptions = Readonly<Record<keyof typeof DEFAULTS, number>> & {
  /** Of a PostgreSQL server; null starts an embedded one in a temporary folder. */
  readonly databaseUrl: string | null;
  /** Tells the person at the terminal how far it is; the results go elsewhere. */
  readonly say: (line: string) => void;
};

export interface BenchCommand {
  readonly wish: 'run' | 'list' | 'help';
  /** Names of parts; none means all. */
  readonly parts: readonly string[];
  readonly options: BenchOptions;
}

export const BENCH_USAGE = `Usage: npm run bench -- [part ...] [--list] [--rounds 5] [--mentions 100000]
  [--batch 500] [--connections 8] [--topics 10000] [--rows 500000] [--database postgres://...]

Measures the built server (npm run build) on this machine; without a part, all of them. --list names the parts.
--mentions is the size of one turn, --rows the smaller table of "growth".
With --database databases of its own are made on that server and removed afterwards; it must run on this machine.`;

/** Throws an Error with one sentence for what cannot be understood. */
export function readBenchCommand(
  args: readonly string[],
  known: readonly string[],
  say: (line: string) => void = () => undefined,
): BenchCommand {
  const numbers: Record<keyof typeof DEFAULTS, number> = { ...DEFAULTS };
  const parts: string[] = [];
  let wish: BenchCommand['wish'] = 'run';
  let databaseUrl: string | null = null;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const name = arg.replace(/^--/, '');
    if (name === arg) {
      if (!known.includes(arg)) throw new Error(`there is no part "${arg}"; --list names them`);
      parts.push(arg);
    } else if (name === 'list' || name === 'help') wish = name;
    else {
      const value = args[++at];
      if (value === undefined) throw new Error(`--${name} needs a value`);
      if (name === 'database') databaseUrl = value;
      else if (name in numbers) numbers[name as keyof typeof DEFAULTS] = wholeNumber(name, value);
      else throw new Error(`--${name} is not known`);
    }
  }
  return { wish, parts, options: { databaseUrl, say, ...numbers } };
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} must be a whole number above 0`);
}

export interface BenchOptions {
  /** Of a PostgreSQL server; null starts an embedded one in a temporary folder. */
  readonly databaseUrl: string | null;
  readonly rounds: number;
  readonly mentions: number;
  readonly batch: number;
  readonly connections: number;
  readonly topics: number;
}

const DEFAULTS = { rounds: 5, mentions: 100_000, batch: 500, connections: 8, topics: 10_000 };

export const BENCH_USAGE = `Usage: npm run bench -- [--rounds 5] [--mentions 100000] [--batch 500]
  [--connections 8] [--topics 10000] [--database postgres://...]

Durable HTTP intake against bare COPY of the same rows, in turns, on one machine. Needs a build (npm run build).
With --database a database of its own is made on that server and removed afterwards; it must run on this machine.`;

/** Throws an Error with one sentence for what cannot be understood. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const numbers: Record<keyof typeof DEFAULTS, number> = { ...DEFAULTS };
  let databaseUrl: string | null = null;
  for (let at = 0; at < args.length; at += 2) {
    const name = (args[at] ?? '').replace(/^--/, '');
    const value = args[at + 1];
    if (value === undefined) throw new Error(`--${name} needs a value`);
    if (name === 'database') databaseUrl = value;
    else if (name in numbers) numbers[name as keyof typeof DEFAULTS] = wholeNumber(name, value);
    else throw new Error(`--${name} is not known`);
  }
  return { databaseUrl, ...numbers };
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} must be a whole number above 0`);
}

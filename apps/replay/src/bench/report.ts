/** One turn of one contestant. Times are microseconds of CPU per mention. */
export interface Sample {
  readonly perSecond: number;
  readonly nodeCpu: number;
  readonly postgresCpu: number;
  /** Of the load generator, which takes it from the same cores; 0 where there is none. */
  readonly loadCpu: number;
}

export interface Series {
  readonly name: string;
  readonly samples: readonly Sample[];
}

export interface Ratio {
  readonly what: string;
  readonly value: number;
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value below which a part (0 to 1) of the ascending values lies. */
export function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? NaN;
}

/** Median, smallest and largest. */
export function spread(values: readonly number[], digits = 0): string {
  const show = (value: number): string => number(value, digits);
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

export function number(value: number, digits = 0): string {
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

/** What each contestant reached and what it cost. */
export function seriesTable(series: readonly Series[], unit = 'mentions/s'): string {
  return table(
    ['median (min–max)', unit, 'Node µs', 'PostgreSQL µs', 'CPU µs per mention', 'load µs'],
    series.map(({ name, samples }) => [
      name,
      spread(samples.map(({ perSecond }) => perSecond)),
      spread(
        samples.map(({ nodeCpu }) => nodeCpu),
        1,
      ),
      spread(
        samples.map(({ postgresCpu }) => postgresCpu),
        1,
      ),
      spread(samples.map(cpu), 1),
      spread(
        samples.map(({ loadCpu }) => loadCpu),
        1,
      ),
    ]),
  );
}

export function ratioTable(ratios: readonly Ratio[]): string {
  return table(
    ['ratio', 'measured', 'goal', ''],
    ratios.map(({ what, value, goal }) => [
      what,
      number(value, value >= 100 ? 0 : value >= 10 ? 1 : 2),
      goal === undefined ? '' : 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`,
      verdict(value, goal),
    ]),
  );
}

/** Median rate of the first in units of the second's. */
export function rateRatio(one: Series, other: Series): number {
  const rate = ({ samples }: Series): number => median(samples.map(({ perSecond }) => perSecond));
  return rate(one) / rate(other);
}

/** Median CPU per mention (server and PostgreSQL) of the first in units of the second's. */
export function cpuRatio(one: Series, other: Series): number {
  return median(one.samples.map(cpu)) / median(other.samples.map(cpu));
}

function verdict(value: number, goal: Ratio['goal']): string {
  if (goal === undefined) return '';
  const met = 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
  return met ? 'met' : '**missed**';
}

function cpu({ nodeCpu, postgresCpu }: Sample): number {
  return nodeCpu + postgresCpu;
}

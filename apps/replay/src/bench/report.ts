export interface Sample {
  readonly perSecond: number;
  /** Microseconds per mention. */
  readonly nodeCpu: number;
  readonly postgresCpu: number;
}

export interface Series {
  readonly name: string;
  readonly samples: readonly Sample[];
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

/** One row a series: medians, and the smallest and largest in brackets. */
export function table(series: readonly Series[]): string {
  const rows = series.map(({ name, samples }) => [
    name,
    spread(
      samples.map(({ perSecond }) => perSecond),
      0,
    ),
    spread(
      samples.map(({ nodeCpu }) => nodeCpu),
      1,
    ),
    spread(
      samples.map(({ postgresCpu }) => postgresCpu),
      1,
    ),
    spread(samples.map(cpu), 1),
  ]);
  const head = ['', 'mentions/s', 'Node us', 'PostgreSQL us', 'CPU us per mention'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

/** Ratio of medians: throughput and CPU of the first against the second. */
export function ratios(one: Series, other: Series): { throughput: number; cpu: number } {
  const of = (series: Series, value: (sample: Sample) => number): number =>
    median(series.samples.map(value));
  return {
    throughput: of(one, ({ perSecond }) => perSecond) / of(other, ({ perSecond }) => perSecond),
    cpu: of(one, cpu) / of(other, cpu),
  };
}

function cpu({ nodeCpu, postgresCpu }: Sample): number {
  return nodeCpu + postgresCpu;
}

function spread(values: readonly number[], digits: number): string {
  const show = (value: number): string =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${show(median(values))} (${show(Math.min(...values))}-${show(Math.max(...values))})`;
}

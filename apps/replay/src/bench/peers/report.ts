import { median, quantile } from '../report.js';
import type { Result, Results } from './measure-peers.js';
import type { SlowResult } from './measure-slow-paces.js';
import type { Turn, Upkeep } from './play-turn.js';

export interface Spread {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const ascending = [...values].sort((a, b) => a - b);
  return {
    p50: median(ascending),
    p90: quantile(ascending, 0.9),
    p99: quantile(ascending, 0.99),
    least: ascending[0] ?? NaN,
    most: ascending.at(-1) ?? NaN,
    count: ascending.length,
  };
}

const alertsOf = ({ turns }: Result): number[] => turns.flatMap(({ alerts }) => alerts);
const acksOf = ({ turns }: Result): number[] => turns.flatMap(({ acks }) => acks);

/** How long it took whom, who keeps what. */
export function latencyTable(results: Results, slow: readonly SlowResult[]): string {
  const rows = [results.ours, results.prometheus, results.nodeRed].flatMap((result) =>
    result === null
      ? []
      : [
          latencyRow(
            result.contestant.name,
            alertsOf(result),
            result.contestant.durable,
            result.contestant.keeps,
          ),
        ],
  );
  for (const { name, alerts } of slow) {
    rows.push(latencyRow(name, alerts, false, 'counters, as scraped'));
  }
  return tableOf(
    ['alert at its receiver', 'p50', 'p90', 'p99', 'min–max', 'spikes', 'durable', 'keeps'],
    rows,
  );
}

function latencyRow(
  name: string,
  alerts: readonly number[],
  durable: boolean,
  keeps: string,
): string[] {
  const { p50, p90, p99, least, most, count } = spreadOf(alerts);
  const times = [...[p50, p90, p99].map(duration), `${duration(least)}–${duration(most)}`];
  return [name, ...times, String(count), durable ? 'yes' : 'no', keeps];
}

export interface Goal {
  readonly what: string;
  readonly value: number;
  readonly goal: string;
  readonly verdict: 'beyond' | 'met' | 'missed';
}

/** P6 to P8: medians of one run against each other. */
export function goalsOf({ ours, prometheus, nodeRed }: Results): Goal[] {
  const mine = median(alertsOf(ours));
  const goals: Goal[] = [];
  if (prometheus !== null) {
    const value = median(alertsOf(prometheus)) / mine;
    const verdict = value >= 100 ? 'beyond' : value >= 50 ? 'met' : 'missed';
    goals.push({ what: 'Prometheus tuned / ours', value, goal: '≥ 50, beyond 100', verdict });
  }
  if (nodeRed !== null) {
    goals.push(atMost('ours / Node-RED', mine / median(alertsOf(nodeRed)), 2.5, 1.5));
  }
  const ack = median(acksOf(ours));
  goals.push(atMost('our alert / our acknowledgement', mine / ack, 1.3, 1));
  return goals;
}

function atMost(what: string, value: number, goal: number, beyond: number): Goal {
  const verdict = value <= beyond ? 'beyond' : value <= goal ? 'met' : 'missed';
  return { what, value, goal: `≤ ${goal}, beyond ${beyond}`, verdict };
}

export function goalsTable(goals: readonly Goal[]): string {
  return tableOf(
    ['p50 against p50', 'measured', 'goal', ''],
    goals.map(({ what, value, goal, verdict }) => [
      what,
      value.toFixed(value < 10 ? 2 : 0),
      goal,
      verdict,
    ]),
  );
}

/** What each process took of the machine in its own turns: median of the turns, the most memory seen. */
export function upkeepTable(results: Results): string {
  const turns = [results.ours, results.prometheus, results.nodeRed].flatMap((result) =>
    result === null ? [] : [result.turns],
  );
  return tableOf(
    ['process, under the background', 'CPU, % of a core', 'memory, MiB'],
    turns.flatMap((own) => upkeepRows(own)),
  );
}

function upkeepRows(turns: readonly Turn[]): string[][] {
  const [first] = turns;
  return (first?.upkeep ?? []).map(({ name }, n) => {
    const all = turns.map(({ upkeep }) => upkeep[n]).filter((one): one is Upkeep => !!one);
    const cpu = median(all.map((one) => one.cpu)) * 100;
    const bytes = Math.max(...all.map((one) => one.bytes));
    return [name, cpu.toFixed(1), (bytes / 1_024 ** 2).toFixed(0)];
  });
}

export function acknowledgementLine({ ours }: Results): string {
  const { p50, p90, p99 } = spreadOf(acksOf(ours));
  return `Our acknowledgement of the same batch, after commit: p50 ${duration(p50)}, p90 ${duration(p90)}, p99 ${duration(p99)}.`;
}

/** Load average and load generator of all turns. */
export function surroundingsLine(results: Results): string {
  const turns = [results.ours, results.prometheus, results.nodeRed].flatMap(
    (result) => result?.turns ?? [],
  );
  const loads = turns.map(({ load }) => load);
  const own = median(turns.map(({ ownCpu }) => ownCpu)) * 100;
  const range = `${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`;
  return `Load average ${range}; load generator and receivers, one process: ${own.toFixed(1)} % of a core.`;
}

/** Milliseconds in words. */
export function duration(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
}

/** A Markdown table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

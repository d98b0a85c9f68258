import { readdirSync, readFileSync } from 'node:fs';

const TICK_US = 10_000;

interface ProcessStat {
  readonly parent: number;
  /** Its own time and that of children it has waited for, microseconds. */
  readonly own: number;
  readonly reaped: number;
}

/** CPU time of a process, microseconds. */
export function cpuOf(pid: number): number {
  return statOf(pid)?.own ?? 0;
}

/** CPU time of a server and all its backends, those that have ended included. */
export function cpuOfTree(root: number): number {
  const stats = new Map<number, ProcessStat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) stats.set(Number(name), stat);
  }
  let sum = (stats.get(root)?.own ?? 0) + (stats.get(root)?.reaped ?? 0);
  for (const [pid, stat] of stats) if (stat.parent === root && pid !== root) sum += stat.own;
  return sum;
}

export function parentOf(pid: number): number {
  return statOf(pid)?.parent ?? 0;
}

function statOf(pid: number): ProcessStat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null; // it has ended meanwhile
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (index: number): number => Number(fields[index] ?? 0) * TICK_US;
  return { parent: Number(fields[1]), own: ticks(11) + ticks(12), reaped: ticks(13) + ticks(14) };
}

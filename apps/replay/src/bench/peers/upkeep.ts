import { readFile } from 'node:fs/promises';
import { cpuOf } from '../cpu.js';

/** Part of a contestant whose cost is read from the machine. */
export interface Worker {
  readonly name: string;
  /** CPU time so far, microseconds. */
  cpu(): number;
  /** Memory in use, bytes; pages shared by several processes count once. */
  memory(): Promise<number>;
}

export function workerOf(name: string, pid: number): Worker {
  return { name, cpu: () => cpuOf(pid), memory: () => memoryOf([pid]) };
}

export async function memoryOf(pids: readonly number[]): Promise<number> {
  const texts = await Promise.all(
    // Backends of a database end meanwhile.
    pids.map((pid) => readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')),
  );
  return texts.reduce((sum, text) => sum + proportionalBytes(text), 0);
}

/** Reads `Pss:` of a `smaps_rollup`; 0 where it is missing. */
export function proportionalBytes(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1_024;
}

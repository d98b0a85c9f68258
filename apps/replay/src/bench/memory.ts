import { readFileSync, writeFileSync } from 'node:fs';

/** Forgets the highest memory a process of ours has had so far. */
export function resetPeakMemory(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** The highest resident memory since then, bytes. */
export function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('this system does not tell the peak of memory');
  return Number(kilobytes) * 1_024;
}

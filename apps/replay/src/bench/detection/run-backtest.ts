import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MAIN = join(import.meta.dirname, '../../backtest/main.js');

/** The back-test as a person would type it, for a shell. */
export function backtestCommand(): string {
  return `'${process.execPath}' '${MAIN}'`;
}

export async function runBacktest(args: readonly string[], signal: AbortSignal): Promise<void> {
  await promisify(execFile)(process.execPath, [MAIN, ...args], { signal });
}

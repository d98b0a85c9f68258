import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { complaintIn } from './complaint-in.js';

/** A stalled mirror must not hold the rest up for ever. */
const WITHIN_MS = 300_000;

/** Runs a program to its end; throws with what it complained about. */
export async function runQuietly(
  file: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  try {
    await promisify(execFile)(file, args, { cwd, timeout: WITHIN_MS, maxBuffer: 16 * 1_024 ** 2 });
  } catch (error) {
    const { code, killed, stderr } = error as { code?: unknown; killed?: boolean; stderr?: string };
    if (code === 'ENOENT') throw new Error(`there is no ${file} here`);
    if (killed === true) throw new Error(`${file} took more than ${WITHIN_MS / 60_000} minutes`);
    throw new Error(`${file} ${args[0] ?? ''} failed: ${complaintIn(stderr ?? '')}`);
  }
}

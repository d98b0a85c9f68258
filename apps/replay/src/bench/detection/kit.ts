import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { complaintIn } from '../peers/complaint-in.js';

const SCRIPTS = ['storm-bench.mjs', 'compare.mjs', 'nab-score.mjs'] as const;
export type KitScript = (typeof SCRIPTS)[number];

/** The measuring scripts. They know the detector by its command line only, and no part of them belongs to this house. */
export class Kit {
  constructor(
    private readonly folder: string,
    private readonly data: string,
  ) {}

  /** What is missing, in one sentence; null when all is there. */
  static missing(folder: string | null, data: string | null): string | null {
    if (folder === null || data === null)
      return 'no kit or no data named (--kit, --data): storms, rules and NAB are not measured';
    const absent = SCRIPTS.find((script) => !existsSync(join(folder, script)));
    if (absent !== undefined)
      return `there is no ${absent} in ${folder}: storms, rules and NAB are not measured`;
    return existsSync(data) ? null : `there is no ${data}: storms, rules and NAB are not measured`;
  }

  /** Runs a script to its end and returns what it printed. */
  run(script: KitScript, args: readonly string[], signal: AbortSignal): Promise<string> {
    return new Promise((done, failed) => {
      const child = spawn(process.execPath, [join(this.folder, script), ...args], {
        signal,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let printed = '';
      let complaint = '';
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
      child.on('error', failed);
      child.on('close', (code) => {
        if (code === 0) done(printed);
        else failed(new Error(`${script} failed: ${complaintIn(complaint || printed)}`));
      });
    });
  }

  withData(args: readonly string[]): string[] {
    return [...args, '--data', this.data];
  }
}

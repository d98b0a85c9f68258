import { LineSplitter, readJsonLine, type SplitLine } from '@sturmwarte/connectors';
import type { IntakeReceipt } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IntakeRun, Line } from './intake-run.js';
import { redactText } from './redact.js';

/** Commits of one stream that may be under way at once; reading pauses beyond. */
const IN_FLIGHT = 4;
const LINES_AT_ONCE = 1_000;
const FULL_PAUSE_MS = 20;

export interface StreamOptions {
  /** Is the queue full? Reading pauses while it is. */
  readonly full: () => boolean;
  /** Called after each commit of the stream. */
  readonly committed?: () => void;
}

/**
 * Reads NDJSON of any length into the store, in bounded memory: it reads no faster than is committed. Never throws for
 * what came from outside: a stream that breaks, or a database that stays away, ends it with `broken`, and what was
 * committed stays.
 */
export async function takeStream(
  body: AsyncIterable<Buffer>,
  run: IntakeRun,
  options: StreamOptions,
): Promise<IntakeReceipt> {
  const flow = new Flow(run, options);
  const splitter = new LineSplitter();
  let broken: IntakeReceipt['broken'];
  try {
    for await (const chunk of body) await flow.take(splitter.push(chunk));
    await flow.take(splitter.end());
  } catch (error) {
    broken = brokenBy(error);
  }
  try {
    await flow.end();
  } catch (error) {
    broken = brokenBy(error);
  }
  return run.receipt.take({ done: true, ...(broken === undefined ? {} : { broken }) });
}

class Flow {
  private readonly running = new Set<Promise<void>>();
  private failure: Error | undefined;

  constructor(
    private readonly run: IntakeRun,
    private readonly options: StreamOptions,
  ) {}

  async take(lines: readonly SplitLine[]): Promise<void> {
    for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
      const good = this.read(lines.slice(from, from + LINES_AT_ONCE));
      while (this.options.full()) await sleep(FULL_PAUSE_MS);
      if (good.length > 0) this.start(good);
      while (this.running.size >= IN_FLIGHT) await Promise.race(this.running);
      if (this.failure !== undefined) throw this.failure;
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.running);
    if (this.failure !== undefined) throw this.failure;
  }

  private read(lines: readonly SplitLine[]): Line[] {
    const good: Line[] = [];
    for (const line of lines) {
      this.run.receipt.lines = line.line;
      const read = 'refusal' in line ? line.refusal : readJsonLine(line);
      if (read.ok) {
        good.push({ line: line.line, raw: read.raw });
      } else if (read.code === 'stream-truncated') {
        throw new DomainError('stream-truncated', { line: line.line });
      } else {
        const sample = 'text' in line ? line.text : '';
        this.run.refuse(line.line, read, () => redactText(sample));
      }
    }
    return good;
  }

  private start(lines: Line[]): void {
    const commit = this.run
      .take(lines)
      .then(
        () => this.options.committed?.(),
        (error: unknown) => {
          this.failure ??= error instanceof Error ? error : new Error(String(error));
        },
      )
      .finally(() => this.running.delete(commit));
    this.running.add(commit);
  }
}

/** Whatever else ends a stream is its connection. */
function brokenBy(error: unknown): NonNullable<IntakeReceipt['broken']> {
  if (error instanceof DomainError) return { code: error.code, params: error.params };
  return { code: 'stream-truncated', params: {} };
}

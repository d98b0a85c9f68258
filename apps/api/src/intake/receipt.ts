import type { IntakeReceipt, LineResult } from '@sturmwarte/contracts';
import type { ErrorCode, ErrorParams } from '@sturmwarte/domain';
import type { Outcome } from '@sturmwarte/store';

const ERRORS_LISTED = 1_000;
const FIELD_OF = {
  stored: 'stored',
  duplicate: 'duplicates',
  replaced: 'replaced',
  deleted: 'deleted',
} as const;

/** Adds up what became of the lines of one sender. */
export class ReceiptSum {
  lines = 0;
  readonly counts = { stored: 0, duplicates: 0, replaced: 0, deleted: 0, rejected: 0 };
  private errors: LineResult[] = [];

  settle(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) this.counts[FIELD_OF[outcome]]++;
  }

  reject(line: number, code: ErrorCode, params: ErrorParams): void {
    this.counts.rejected++;
    if (this.errors.length < ERRORS_LISTED) this.errors.push({ line, code, params });
  }

  /** Counts so far, and the errors since the last receipt. */
  take(last: Pick<IntakeReceipt, 'done' | 'broken'> = {}): IntakeReceipt {
    const { errors } = this;
    this.errors = [];
    return { lines: this.lines, ...this.counts, errors, ...last };
  }
}

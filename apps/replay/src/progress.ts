import type { IntakeReceipt } from '@sturmwarte/contracts';
import { Latency } from './latency.js';

const MOST_REASONS_SHOWN = 8;

/** What has been played so far, and how it went. */
export class Progress {
  readonly latency = new Latency();
  /** The space's clock as last told, ms. */
  spaceMs: number;
  sent = 0;
  stored = 0;
  duplicates = 0;
  replaced = 0;
  deleted = 0;
  rejected = 0;
  retries = 0;
  /** Lines that could not even be sent. */
  unplayable = 0;
  private readonly reasons = new Map<string, { count: number; firstLine: number }>();

  constructor(
    private readonly startedMs: number,
    spaceMs: number,
  ) {
    this.spaceMs = spaceMs;
  }

  /** `lines[i]` is the place in the file of the i-th mention of the batch; times in ms. */
  acknowledged(receipt: IntakeReceipt, lines: readonly number[], tookMs: number): void {
    this.latency.add(tookMs);
    this.sent += lines.length;
    this.stored += receipt.stored;
    this.duplicates += receipt.duplicates;
    this.replaced += receipt.replaced;
    this.deleted += receipt.deleted;
    this.rejected += receipt.rejected;
    for (const error of receipt.errors) {
      const field = error.params['field'];
      const reason = field === undefined ? error.code : `${error.code} (${String(field)})`;
      this.because(reason, lines[error.line - 1] ?? error.line);
    }
  }

  notPlayed(reason: string, line: number): void {
    this.unplayable++;
    this.because(reason, line);
  }

  /** One line for the terminal. */
  line(nowMs: number, lagMs: number): string {
    const refused = this.rejected + this.unplayable;
    const parts = [
      isoMinute(this.spaceMs),
      `${this.sent} played`,
      `${this.rate(nowMs)}/s`,
      `${this.stored} stored`,
      ...(refused > 0 ? [`${refused} rejected`] : []),
      `ack p50 ${milliseconds(this.latency.quantile(0.5))}, p99 ${milliseconds(this.latency.quantile(0.99))}`,
      ...(lagMs > 1_000 ? [`${(lagMs / 1_000).toFixed(1)} s behind`] : []),
    ];
    return parts.join(' · ');
  }

  summary(nowMs: number, ending: string): string {
    const seconds = ((nowMs - this.startedMs) / 1_000).toFixed(1);
    const lines = [
      `${ending} at ${isoMinute(this.spaceMs)} space time, after ${seconds} s.`,
      `${this.sent} mentions played (${this.rate(nowMs)}/s): ${this.stored} stored, ${this.duplicates} duplicates, ` +
        `${this.replaced} replaced, ${this.deleted} deleted, ${this.rejected} rejected; ${this.retries} retries.`,
      `Acknowledged within ${milliseconds(this.latency.quantile(0.5))} (p50), ` +
        `${milliseconds(this.latency.quantile(0.99))} (p99).`,
    ];
    if (this.unplayable > 0) lines.push(`Lines that could not be played: ${this.unplayable}.`);
    return [...lines, ...this.reasonLines()].join('\n');
  }

  private reasonLines(): string[] {
    const worst = [...this.reasons].sort((a, b) => b[1].count - a[1].count);
    return worst
      .slice(0, MOST_REASONS_SHOWN)
      .map(
        ([reason, { count, firstLine }]) => `  ${count} x ${reason}, first in line ${firstLine}`,
      );
  }

  private because(reason: string, line: number): void {
    const known = this.reasons.get(reason);
    if (known === undefined) this.reasons.set(reason, { count: 1, firstLine: line });
    else known.count++;
  }

  private rate(nowMs: number): string {
    return (this.sent / Math.max(0.001, (nowMs - this.startedMs) / 1_000)).toFixed(0);
  }
}

function isoMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function milliseconds(value: number | null): string {
  if (value === null) return '–';
  return value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
}

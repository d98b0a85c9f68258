import { Injectable } from '@nestjs/common';
import type { BatchReport, Outcome } from '@sturmwarte/store';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../common/metrics.js';

const BATCH_BUCKETS = [1, 5, 20, 100, 500, 1_000, 2_500, 5_000];
const SECONDS_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 20];

@Injectable()
export class IntakeMetrics {
  readonly refused: Counter;
  private readonly pending: Gauge;
  private readonly items: Counter<'outcome'>;
  private readonly batchSize: Histogram;
  private readonly commitSeconds: Histogram;
  private readonly waitSeconds: Histogram;
  private count: () => number = () => 0;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.pending = new Gauge({
      name: 'sturmwarte_intake_pending',
      help: 'Mentions waiting for their commit',
      registers,
      collect: () => this.pending.set(this.count()),
    });
    this.items = new Counter({
      name: 'sturmwarte_intake_items_total',
      help: 'Lines by what became of them',
      labelNames: ['outcome'] as const,
      registers,
    });
    this.refused = new Counter({
      name: 'sturmwarte_intake_refused_total',
      help: 'Requests refused because the queue was full',
      registers,
    });
    this.batchSize = new Histogram({
      name: 'sturmwarte_intake_batch_size',
      help: 'Mentions in a commit',
      buckets: BATCH_BUCKETS,
      registers,
    });
    this.commitSeconds = new Histogram({
      name: 'sturmwarte_intake_commit_seconds',
      help: 'Time of a commit, retries included',
      buckets: SECONDS_BUCKETS,
      registers,
    });
    this.waitSeconds = new Histogram({
      name: 'sturmwarte_intake_wait_seconds',
      help: 'From receipt to acknowledgement: the lag senders see',
      buckets: SECONDS_BUCKETS,
      registers,
    });
  }

  watch(pending: () => number): void {
    this.count = pending;
  }

  batch({ items, ms }: BatchReport): void {
    this.batchSize.observe(items);
    this.commitSeconds.observe(ms / 1_000);
  }

  settled(outcome: Outcome | 'rejected', count: number): void {
    if (count > 0) this.items.inc({ outcome }, count);
  }

  waited(ms: number): void {
    this.waitSeconds.observe(ms / 1_000);
  }
}

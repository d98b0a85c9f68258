import { Injectable } from '@nestjs/common';
import type { AlertEventType } from '@sturmwarte/domain';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../common/metrics.js';

const SECONDS_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 20];

@Injectable()
export class WatchMetrics {
  readonly events: Counter<'type'>;
  readonly troubles: Counter;
  readonly recordSeconds: Histogram;
  private readonly topics: Gauge;
  private count: () => number = () => 0;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.topics = new Gauge({
      name: 'sturmwarte_watch_topics',
      help: 'Topics the detectors follow, in all spaces',
      registers,
      collect: () => this.topics.set(this.count()),
    });
    this.events = new Counter({
      name: 'sturmwarte_alert_events_total',
      help: 'What the machine wrote about alerts, by kind',
      labelNames: ['type'] as const,
      registers,
    });
    this.troubles = new Counter({
      name: 'sturmwarte_watch_retries_total',
      help: 'Sightings that could not be written at once',
      registers,
    });
    this.recordSeconds = new Histogram({
      name: 'sturmwarte_watch_record_seconds',
      help: 'From a sighting to the commit of what it means for the alert, its examples not included',
      buckets: SECONDS_BUCKETS,
      registers,
    });
  }

  watch(topics: () => number): void {
    this.count = topics;
  }

  wrote(types: readonly AlertEventType[]): void {
    for (const type of types) this.events.inc({ type });
  }
}

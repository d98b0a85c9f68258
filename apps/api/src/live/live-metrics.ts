import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../common/metrics.js';

@Injectable()
export class LiveMetrics {
  readonly messages: Counter;
  readonly cutOff: Counter;
  private readonly sockets: Gauge;
  private count: () => number = () => 0;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.sockets = new Gauge({
      name: 'sturmwarte_live_sockets',
      help: 'Consoles connected',
      registers,
      collect: () => this.sockets.set(this.count()),
    });
    this.messages = new Counter({
      name: 'sturmwarte_live_messages_total',
      help: 'Numbered messages sent to the consoles, each counted once',
      registers,
    });
    this.cutOff = new Counter({
      name: 'sturmwarte_live_cut_off_total',
      help: 'Consoles let go because they did not take what they were sent',
      registers,
    });
  }

  watch(sockets: () => number): void {
    this.count = sockets;
  }
}

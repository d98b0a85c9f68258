import { Injectable } from '@nestjs/common';
import { DomainError } from '@sturmwarte/domain';

/** One back-test at a time: a second asker is told so at once, patient work waits until it is free. */
@Injectable()
export class Turnstile {
  private running: Promise<unknown> | null = null;

  /** Refuses `backtest-busy`. */
  now<T>(work: () => Promise<T>): Promise<T> {
    if (this.running !== null) throw new DomainError('backtest-busy');
    return this.run(work);
  }

  async later<T>(work: () => Promise<T>): Promise<T> {
    while (this.running !== null) await this.running.catch(() => undefined);
    return this.run(work);
  }

  private run<T>(work: () => Promise<T>): Promise<T> {
    const running = work().finally(() => (this.running = null));
    this.running = running;
    return running;
  }
}

import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { DomainError, type Clock } from '@sturmwarte/domain';
import { SignInAttemptRepository } from '@sturmwarte/store';
import { CLOCK, CONFIG } from '../common/tokens.js';
import { networkOf } from './network-of.js';

const WINDOW_MS = 15 * 60_000;
/** Failures within the window. An office shares one address, so it may err more often than one account. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 40;

/** Slows the guessing of passwords down, over all servers of a house. */
@Injectable()
export class ThrottleService {
  constructor(
    private readonly attempts: SignInAttemptRepository,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs one attempt. A success forgets the account's failures; a throw counts as one.
   * Refuses with `too-many-attempts` {retryAfterSeconds} before running it.
   */
  async attempt<T>(accountKey: string, address: string, work: () => Promise<T>): Promise<T> {
    const account = this.subject('account', accountKey);
    const network = this.subject('address', networkOf(address));
    const now = this.clock.now();
    const { ids, counts } = await this.attempts.reserve([account, network], now, now - WINDOW_MS);
    const over = counts.filter(
      ({ subject, count }) => count > (subject === account ? PER_ACCOUNT : PER_ADDRESS),
    );
    if (over.length > 0) {
      await this.attempts.release(ids);
      const freeAt = Math.max(...over.map(({ oldestAt }) => oldestAt + WINDOW_MS));
      const retryAfterSeconds = Math.max(1, Math.ceil((freeAt - now) / 1_000));
      throw new DomainError('too-many-attempts', { retryAfterSeconds });
    }
    const result = await work();
    await this.attempts.release(ids);
    await this.attempts.clear(account);
    return result;
  }

  async sweep(): Promise<void> {
    await this.attempts.sweep(this.clock.now() - WINDOW_MS);
  }

  /** Addresses of people are not kept in clear. */
  private subject(kind: 'account' | 'address', key: string): string {
    const mac = createHmac('sha256', this.config.secret)
      .update(`${kind}:${key}`)
      .digest('base64url');
    return `${kind}:${mac}`;
  }
}

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

/** Guesses at a proof of identity: fewer, for a code has six digits. A thief's session is shut before its owner's. */
const PER_GUESSER = 5;
const PER_PERSON = 10;

interface Limit {
  readonly subject: string;
  readonly max: number;
  /** A success forgets its failures. */
  readonly forgiving: boolean;
}

/** Slows guessing down, over all servers of a house. */
@Injectable()
export class ThrottleService {
  constructor(
    private readonly attempts: SignInAttemptRepository,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs one attempt to sign in. A success forgets the account's failures; a throw counts as one.
   * Refuses with `too-many-attempts` {retryAfterSeconds} before running it.
   */
  attempt<T>(accountKey: string, address: string, work: () => Promise<T>): Promise<T> {
    const limits = [
      { subject: this.subject('account', accountKey), max: PER_ACCOUNT, forgiving: true },
      { subject: this.subject('address', networkOf(address)), max: PER_ADDRESS, forgiving: false },
    ];
    return this.limited(limits, work);
  }

  /**
   * The same for one answer to the question who somebody is, in a session (`proof`) or on the way into one
   * (`second-step`). Counted apart: whoever guesses at the door must not lock out the person inside.
   */
  guess<T>(
    where: 'proof' | 'second-step',
    personId: number,
    guesserId: number,
    work: () => Promise<T>,
  ): Promise<T> {
    const limits = [
      { subject: `${where}:${guesserId}`, max: PER_GUESSER, forgiving: true },
      { subject: `${where}-of:${personId}`, max: PER_PERSON, forgiving: true },
    ];
    return this.limited(limits, work);
  }

  private async limited<T>(limits: readonly Limit[], work: () => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const subjects = limits.map(({ subject }) => subject);
    const { ids, counts } = await this.attempts.reserve(subjects, now, now - WINDOW_MS);
    const over = counts.filter(({ subject, count }) =>
      limits.some((limit) => limit.subject === subject && count > limit.max),
    );
    if (over.length > 0) {
      await this.attempts.release(ids);
      const freeAt = Math.max(...over.map(({ oldestAt }) => oldestAt + WINDOW_MS));
      const retryAfterSeconds = Math.max(1, Math.ceil((freeAt - now) / 1_000));
      throw new DomainError('too-many-attempts', { retryAfterSeconds });
    }
    const result = await work();
    await this.attempts.release(ids);
    for (const { subject } of limits.filter(({ forgiving }) => forgiving)) {
      await this.attempts.clear(subject);
    }
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

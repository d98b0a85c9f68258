import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import type { TotpOffer } from '@sturmwarte/contracts';
import { DomainError, type Clock } from '@sturmwarte/domain';
import { TotpRepository, type Database, type StoredTotp } from '@sturmwarte/store';
import { Secret, TOTP } from 'otpauth';
import { CLOCK, CONFIG, DATABASE } from '../../common/tokens.js';
import { seal, unseal } from './sealed.js';

/** What every authenticator app understands: SHA-1, six digits, half a minute. */
const KIND = { issuer: 'Sturmwarte', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Clocks of phones differ a little: one step before and after counts as well. */
const DRIFT_STEPS = 1;
const SECRET_BYTES = 20;

/** Codes of authenticator apps. */
@Injectable()
export class TotpService {
  private readonly stored: TotpRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.stored = new TotpRepository(db);
  }

  /** A new secret, which counts once its first code was right. Refuses `already-so` where one counts. */
  async offer({ personId, email }: { personId: number; email: string }): Promise<TotpOffer> {
    const secret = new Secret({ size: SECRET_BYTES });
    const sealed = seal(this.config.secret, aboutOf(personId), Buffer.from(secret.bytes));
    const offered = await this.db.transaction((tx) =>
      this.stored.offer(personId, sealed, this.clock.now(), tx),
    );
    if (!offered) throw new DomainError('already-so');
    const totp = new TOTP({ ...KIND, label: email, secret });
    return { secret: secret.base32, uri: totp.toString() };
  }

  async since(personId: number): Promise<Date | null> {
    return (await this.stored.find(personId))?.confirmedAt ?? null;
  }

  /** Is this the first code of a secret that was offered? Uses it up. */
  async isFirst(personId: number, code: string): Promise<boolean> {
    const stored = await this.stored.find(personId);
    return stored?.confirmedAt === null && this.isRight(personId, stored, code);
  }

  /** Is this a code that was not used yet? Uses it up. */
  async use(personId: number, code: string): Promise<boolean> {
    const stored = await this.stored.find(personId);
    return stored !== null && stored.confirmedAt !== null && this.isRight(personId, stored, code);
  }

  private async isRight(personId: number, stored: StoredTotp, code: string): Promise<boolean> {
    const bytes = unseal(this.config.secret, aboutOf(personId), stored.secret);
    const secret = new Secret({ buffer: new Uint8Array(bytes).buffer });
    const totp = new TOTP({ ...KIND, secret });
    const timestamp = this.clock.now();
    // Compares in constant time.
    const drift = totp.validate({ token: code, timestamp, window: DRIFT_STEPS });
    if (drift === null) return false;
    return this.stored.useStep(personId, totp.counter({ timestamp }) + drift);
  }
}

function aboutOf(personId: number): string {
  return `totp of person ${personId}`;
}

import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import type { Clock } from '@sturmwarte/domain';
import { RecoveryCodeRepository, type Database, type Tx } from '@sturmwarte/store';
import { CLOCK, CONFIG, DATABASE } from '../../common/tokens.js';

const COUNT = 10;
/** Without 0 and O, 1 and I: read off paper at night. 32 letters, so a byte gives each of them as often. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;

/** Codes on paper for the day a phone is lost: ten, each works once, kept as hashes only. */
@Injectable()
export class RecoveryCodes {
  private readonly stored: RecoveryCodeRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.stored = new RecoveryCodeRepository(db);
  }

  /** Ten new ones, shown once; earlier ones stop working. */
  async make(personId: number, tx: Tx): Promise<string[]> {
    const codes = Array.from({ length: COUNT }, newCode);
    const hashes = codes.map((code) => this.hash(personId, code));
    await this.stored.replace(personId, hashes, tx);
    return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
  }

  async removeAll(personId: number, tx: Tx): Promise<void> {
    await this.stored.replace(personId, [], tx);
  }

  /** `code` without its dashes. */
  use(personId: number, code: string): Promise<boolean> {
    return this.stored.use(personId, this.hash(personId, code), this.clock.now());
  }

  /** 80 random bits and the secret of the house: nothing slower is needed. */
  private hash(personId: number, code: string): Buffer {
    return createHmac('sha256', this.config.secret).update(`recovery:${personId}:${code}`).digest();
  }
}

function newCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

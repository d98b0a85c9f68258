import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { newToken } from '../common/token-hash.js';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id hashes; checking takes the same time whether there is an account or not. */
@Injectable()
export class Passwords {
  /** Of a password nobody has, to be checked where there is no account. */
  private readonly nobody = hash(newToken(), COST);

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.nobody), password.normalize('NFC'));
    return right && passwordHash !== null;
  }
}

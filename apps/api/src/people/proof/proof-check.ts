import { Injectable } from '@nestjs/common';
import type { ProofRequest } from '@sturmwarte/contracts';
import { PersonRepository } from '@sturmwarte/store';
import { Passwords } from '../passwords.js';

/** Is it they? Whether a person may answer with this method is the caller's question. */
@Injectable()
export class ProofCheck {
  constructor(
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
  ) {}

  async isRight(personId: number, { password }: ProofRequest): Promise<boolean> {
    const found = await this.people.withPassword({ id: personId });
    return this.passwords.matches(password, found?.passwordHash ?? null);
  }
}

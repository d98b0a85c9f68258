import { Injectable } from '@nestjs/common';
import type { ProofRequest } from '@sturmwarte/contracts';
import { PersonRepository, type ChallengeOwner } from '@sturmwarte/store';
import { Passwords } from '../passwords.js';
import type { Visitor } from '../visitor.js';
import { requirePasskeyPlace } from './passkey-place.js';
import { PasskeyService } from './passkey.service.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpService } from './totp.service.js';

/** Is it they? Whether a person may answer with this method is the caller's question. */
@Injectable()
export class ProofCheck {
  constructor(
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeyService,
    private readonly codes: RecoveryCodes,
  ) {}

  /** Whatever works once is used up. */
  async isRight(
    personId: number,
    owner: ChallengeOwner,
    request: ProofRequest,
    visitor: Visitor,
  ): Promise<boolean> {
    switch (request.method) {
      case 'password': {
        const found = await this.people.withPassword({ id: personId });
        return this.passwords.matches(request.password, found?.passwordHash ?? null);
      }
      case 'totp':
        return this.totp.use(personId, request.code);
      case 'recovery-code':
        return this.codes.use(personId, request.code);
      case 'passkey':
        return this.passkeys.use(personId, request.assertion, owner, requirePasskeyPlace(visitor));
    }
  }
}

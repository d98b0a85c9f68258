import { Inject, Injectable } from '@nestjs/common';
import type { SetupRequest } from '@sturmwarte/contracts';
import { checkPassword, DomainError, type Clock } from '@sturmwarte/domain';
import {
  AccountLinkRepository,
  AuditRepository,
  BrandRepository,
  PersonRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { Passwords } from './passwords.js';
import { SessionOpener, type OpenedSession } from './session-opener.js';
import type { Visitor } from './visitor.js';

const LINK_MS = 24 * 3_600_000;

/** The first account, through the link the server prints while there is none. */
@Injectable()
export class SetupService {
  private readonly people: PersonRepository;
  private readonly links: AccountLinkRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly opener: SessionOpener,
  ) {
    this.people = new PersonRepository(db);
    this.links = new AccountLinkRepository(db);
  }

  isOpen(): Promise<boolean> {
    return this.people.isEmpty();
  }

  /** A new set-up token, or null when somebody has an account. */
  async offer(): Promise<{ readonly token: string; readonly expiresAt: number } | null> {
    if (!(await this.isOpen())) return null;
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = now + LINK_MS;
    await this.db.transaction((tx) =>
      this.links.create(
        { kind: 'setup', personId: null, tokenHash: tokenHash(token), now, expiresAt },
        tx,
      ),
    );
    return { token, expiresAt };
  }

  async setUp(request: SetupRequest, visitor: Visitor): Promise<OpenedSession> {
    if (!(await this.isOpen())) throw new DomainError('setup-done');
    const link = await this.links.find(tokenHash(request.token), this.clock.now());
    if (link?.kind !== 'setup') throw new DomainError('link-invalid');
    checkPassword(request.password, request);
    const passwordHash = await this.passwords.hash(request.password);
    return this.db.transaction(async (tx) => {
      await this.people.lock(tx);
      if (!(await this.people.isEmpty(tx))) throw new DomainError('setup-done');
      await this.links.use(link.id, this.clock.now(), tx);
      await this.links.withdraw(null, tx);
      const personId = await this.firstPerson(request, passwordHash, tx);
      return this.opener.open(personId, 'password', visitor, tx);
    });
  }

  private async firstPerson(
    { name, email, language, brand }: SetupRequest,
    passwordHash: string,
    tx: Tx,
  ): Promise<number> {
    await new BrandRepository(this.db).create(brand, tx);
    const person = await this.people.create(
      {
        ...{ name, email, language, passwordHash, now: this.clock.now() },
        grants: [
          { role: 'admin', brandId: null },
          { role: 'lead', brandId: null },
        ],
      },
      tx,
    );
    await new AuditRepository(this.db).record(tx, {
      principal: { personId: person.id, name },
      action: 'house.set-up',
      subject: name,
      details: { brand },
    });
    return person.id;
  }
}

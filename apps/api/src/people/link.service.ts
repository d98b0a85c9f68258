import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { LinkView } from '@sturmwarte/contracts';
import { checkPassword, DomainError, type Clock } from '@sturmwarte/domain';
import {
  AccountLinkRepository,
  AuditRepository,
  PersonRepository,
  SessionRepository,
  SignInStepRepository,
  type AccountLinkKind,
  type Database,
  type Person,
  type Tx,
} from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';
import { Entrance, type Entered } from './entrance.js';
import { Passwords } from './passwords.js';
import type { Visitor } from './visitor.js';

const HOUR_MS = 3_600_000;
type PersonalKind = Exclude<AccountLinkKind, 'setup'>;
const VALID_MS: Record<PersonalKind, number> = {
  invitation: 7 * 24 * HOUR_MS,
  'password-reset': 24 * HOUR_MS,
};

/** Links an administrator hands to a person: they work once and expire. */
@Injectable()
export class LinkService {
  private readonly links: AccountLinkRepository;
  private readonly people: PersonRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly entrance: Entrance,
  ) {
    this.links = new AccountLinkRepository(db);
    this.people = new PersonRepository(db);
  }

  /** A new link's token; earlier ones of the person stop working. */
  async issue(personId: number, kind: PersonalKind, tx: Tx): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.links.withdraw(personId, tx);
    await this.links.create(
      { kind, personId, tokenHash: tokenHash(token), now, expiresAt: now + VALID_MS[kind] },
      tx,
    );
    return token;
  }

  async look(token: string): Promise<LinkView> {
    const { kind, person, expiresAt } = await this.find(token);
    return { kind, name: person.name, email: person.email, expiresAt };
  }

  /** Sets the password, ends every session of the account and leads into a new one. A second factor stays asked for. */
  async use(token: string, password: string, visitor: Visitor): Promise<Entered> {
    const before = await this.find(token);
    checkPassword(password, before.person);
    const passwordHash = await this.passwords.hash(password);
    const opened = await this.db.transaction(async (tx) => {
      await this.people.lock(tx);
      const { id, kind, person } = await this.find(token, tx);
      if (!(await this.links.use(id, this.clock.now(), tx))) throw new DomainError('link-invalid');
      await this.people.change(person.id, { passwordHash }, tx);
      await new SessionRepository(this.db).endAll(tx, person.id, null);
      await new SignInStepRepository(this.db).endAll(person.id, tx);
      await new AuditRepository(this.db).record(tx, {
        principal: { personId: person.id, name: person.name },
        action: kind === 'invitation' ? 'person.joined' : 'person.password-changed',
        subject: person.name,
      });
      return this.entrance.enter(person.id, visitor, tx);
    });
    this.bus.publish('people.changed', { personId: before.person.id });
    return opened;
  }

  private async find(
    token: string,
    tx?: Tx,
  ): Promise<{
    readonly id: number;
    readonly kind: PersonalKind;
    readonly person: Person;
    readonly expiresAt: string;
  }> {
    const link = await this.links.find(tokenHash(token), this.clock.now(), tx);
    if (link === null || link.kind === 'setup' || link.personId === null) {
      throw new DomainError('link-invalid');
    }
    const person = await this.people.find(link.personId, tx);
    if (!person.active) throw new DomainError('link-invalid');
    return { id: link.id, kind: link.kind, person, expiresAt: link.expiresAt };
  }
}

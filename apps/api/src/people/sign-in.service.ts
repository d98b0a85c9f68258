import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { SignInRequest } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import {
  emailKeyOf,
  PersonRepository,
  SessionRepository,
  type Database,
  type Person,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { BUS, DATABASE } from '../common/tokens.js';
import { Entrance, type Entered } from './entrance.js';
import { Passwords } from './passwords.js';
import { ThrottleService } from './throttle.service.js';
import type { Visitor } from './visitor.js';

@Injectable()
export class SignInService {
  private readonly people: PersonRepository;
  private readonly sessions: SessionRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    private readonly passwords: Passwords,
    private readonly throttle: ThrottleService,
    private readonly entrance: Entrance,
  ) {
    this.people = new PersonRepository(db);
    this.sessions = new SessionRepository(db);
  }

  /** Says the same, and takes as long, for a wrong password and an unknown address. */
  async signIn({ email, password }: SignInRequest, visitor: Visitor): Promise<Entered> {
    const person = await this.throttle.attempt(emailKeyOf(email), visitor.address, () =>
      this.prove(email, password),
    );
    return this.db.transaction((tx) => this.entrance.enter(person.id, visitor, tx));
  }

  /** Ends the session, its open sockets included. */
  async signOut({ personId, sessionId }: Principal): Promise<void> {
    await this.db.transaction((tx) => this.sessions.end(tx, personId, sessionId));
    this.bus.publish('people.changed', { personId });
  }

  private async prove(email: string, password: string): Promise<Person> {
    const found = await this.people.withPassword({ email });
    if (!(await this.passwords.matches(password, found?.passwordHash ?? null)) || !found) {
      throw new DomainError('wrong-credentials');
    }
    // Only who knows the password learns that the account exists.
    if (!found.person.active) throw new DomainError('account-inactive');
    return found.person;
  }
}

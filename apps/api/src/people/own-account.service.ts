import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { MePatch, SessionView } from '@sturmwarte/contracts';
import { checkPassword, DomainError } from '@sturmwarte/domain';
import {
  AuditRepository,
  emailKeyOf,
  PersonRepository,
  SessionRepository,
  SignInStepRepository,
  type Database,
  type Person,
  type PersonChange,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { BUS, DATABASE } from '../common/tokens.js';
import { accountChanges } from './account-changes.js';
import { Passwords } from './passwords.js';
import { ThrottleService } from './throttle.service.js';

/** What people do with their own account. */
@Injectable()
export class OwnAccountService {
  private readonly people: PersonRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    private readonly passwords: Passwords,
    private readonly throttle: ThrottleService,
  ) {
    this.people = new PersonRepository(db);
    this.audit = new AuditRepository(db);
  }

  find({ personId }: Principal): Promise<Person> {
    return this.people.find(personId);
  }

  async session({ personId }: Principal, csrf: string): Promise<SessionView> {
    const person = await this.people.find(personId);
    const factorsReset = await this.people.factorsReset(personId);
    return { person, csrf, ...(factorsReset && { factorsReset }) };
  }

  /** A new password ends every other session of the account. */
  async change(principal: Principal, patch: MePatch, address: string): Promise<Person> {
    const { personId, sessionId } = principal;
    const passwordHash = patch.password && (await this.proven(personId, patch.password, address));
    const change: PersonChange = {
      ...(patch.name === undefined ? {} : { name: patch.name }),
      ...(patch.language === undefined ? {} : { language: patch.language }),
      ...(passwordHash === undefined ? {} : { passwordHash }),
    };
    const saved = await this.db.transaction(async (tx) => {
      const before = await this.people.find(personId, tx);
      const after = await this.people.change(personId, change, tx);
      for (const made of accountChanges(before, after)) {
        await this.audit.record(tx, { principal, subject: before.name, ...made });
      }
      if (passwordHash !== undefined) {
        await new SessionRepository(this.db).endAll(tx, personId, sessionId);
        await new SignInStepRepository(this.db).endAll(personId, tx);
        const action = 'person.password-changed';
        await this.audit.record(tx, { principal, action, subject: after.name });
      }
      return after;
    });
    this.bus.publish('people.changed', { personId });
    return saved;
  }

  /** The hash of the new password, once the current one was right. */
  private async proven(
    personId: number,
    { current, next }: NonNullable<MePatch['password']>,
    address: string,
  ): Promise<string> {
    const found = await this.people.withPassword({ id: personId });
    if (!found) throw new DomainError('not-signed-in');
    await this.throttle.attempt(emailKeyOf(found.person.email), address, async () => {
      const right = await this.passwords.matches(current, found.passwordHash);
      // Not `wrong-credentials`: that one means "signed out" to a console.
      if (!right) throw new DomainError('invalid-input', { field: 'password.current' });
    });
    checkPassword(next, found.person);
    return this.passwords.hash(next);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import {
  HOUSE_STREAM,
  type ColleagueView,
  type InviteRequest,
  type PersonPatch,
} from '@sturmwarte/contracts';
import { brandsWith, checkAccountChange, type Clock } from '@sturmwarte/domain';
import {
  AccountLinkRepository,
  appendLive,
  AuditRepository,
  PersonRepository,
  SessionRepository,
  type Database,
  type Person,
  type Tx,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';
import { LinkService } from './link.service.js';
import { accountChanges } from './account-changes.js';

export interface WithToken {
  readonly person: Person;
  /** Of the link, shown once. */
  readonly token: string;
}

/** What administrators do with accounts. */
@Injectable()
export class PeopleService {
  private readonly people: PersonRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly links: LinkService,
  ) {
    this.people = new PersonRepository(db);
    this.audit = new AuditRepository(db);
  }

  list(): Promise<Person[]> {
    return this.people.list();
  }

  /** Active colleagues with a role for a brand the asker sees; nothing of them but name and those roles. */
  async colleagues({ grants }: Principal): Promise<ColleagueView[]> {
    const brands = brandsWith(grants, 'board.see');
    const isSeen = (brandId: number | null): boolean =>
      brandId === null ? grants.length > 0 : brands === 'all' || brands.includes(brandId);
    return (await this.people.list()).flatMap((person): ColleagueView[] => {
      const seen = person.grants.filter(({ brandId }) => isSeen(brandId));
      if (!person.active || seen.length === 0) return [];
      return [{ id: person.id, name: person.name, grants: seen }];
    });
  }

  async invite(principal: Principal, request: InviteRequest): Promise<WithToken> {
    return this.db.transaction(async (tx) => {
      const values = { ...request, passwordHash: null, now: this.clock.now() };
      const person = await this.people.create(values, tx);
      const { name: subject, grants } = person;
      await this.audit.record(tx, {
        principal,
        action: 'person.invited',
        subject,
        details: { grants },
      });
      return { person, token: await this.links.issue(person.id, 'invitation', tx) };
    });
  }

  /** A link to choose a new password; who never joined gets a new invitation instead. */
  async resetLink(principal: Principal, personId: number): Promise<WithToken> {
    return this.db.transaction(async (tx) => {
      const person = await this.people.find(personId, tx);
      const action = person.joined ? 'person.password-reset' : 'person.invited';
      await this.audit.record(tx, { principal, action, subject: person.name });
      const kind = person.joined ? 'password-reset' : 'invitation';
      return { person, token: await this.links.issue(personId, kind, tx) };
    });
  }

  /** Reaches the person's open windows at once. */
  async change(principal: Principal, personId: number, patch: PersonPatch): Promise<Person> {
    const { after, message } = await this.db.transaction(async (tx) => {
      await this.people.lock(tx);
      const everyone = await this.people.list(tx);
      const before = await this.people.find(personId, tx);
      const wanted = { ...before, ...defined(patch) };
      checkAccountChange(everyone, wanted, principal.personId);
      await this.apply(before, wanted, tx);
      const saved = await this.people.find(personId, tx);
      for (const change of accountChanges(before, saved)) {
        await this.audit.record(tx, { principal, subject: before.name, ...change });
      }
      const message = await appendLive(tx, HOUSE_STREAM, { type: 'rights', personId });
      return { after: saved, message };
    });
    this.bus.publish('live.appended', { messages: [message] });
    this.bus.publish('people.changed', { personId });
    return after;
  }

  private async apply(before: Person, { id, name, active, grants }: Person, tx: Tx): Promise<void> {
    await this.people.change(id, { name, active }, tx);
    if (grants !== before.grants) await this.people.setGrants(id, grants, tx);
    if (before.active && !active) {
      await new SessionRepository(this.db).endAll(tx, id, null);
      await new AccountLinkRepository(this.db).withdraw(id, tx);
    }
  }
}

/** Without the fields a patch leaves out. */
function defined({ name, active, grants }: PersonPatch): Partial<Person> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { active }),
    ...(grants === undefined ? {} : { grants }),
  };
}

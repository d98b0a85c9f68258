import { DomainError, type Grant } from '@sturmwarte/domain';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';
import { grantsOf } from './grants-of.js';
import { PersonEntity, PersonGrantEntity } from './person.entity.js';

/** An account, without its password. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly grants: readonly Grant[];
  readonly active: boolean;
  readonly lastSignInAt: string | null;
  /** False until a password was chosen. */
  readonly joined: boolean;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly grants: readonly Grant[];
  readonly passwordHash: string | null;
  readonly now: number;
}

export interface PersonChange {
  readonly name?: string;
  readonly language?: 'de' | 'en';
  readonly active?: boolean;
  readonly passwordHash?: string;
  readonly lastSignInAt?: Date;
  readonly factorsResetAt?: Date | null;
  readonly factorsResetBy?: string | null;
}

const EMAIL_KEY = 'person_email_key_key';
const GRANT_BRAND_KEY = 'person_grant_brand_id_fkey';
const ACCOUNTS_LOCK = 7_847_002;

/** Accounts. Refuses `not-found` and `email-taken`. */
export class PersonRepository {
  constructor(private readonly db: Database) {}

  /**
   * One change of accounts and roles at a time, until the transaction ends: otherwise two administrators could
   * remove each other in the same moment.
   */
  async lock(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [ACCOUNTS_LOCK]);
  }

  async isEmpty(tx?: Tx): Promise<boolean> {
    return !(await this.manager(tx).exists(PersonEntity));
  }

  /** By name. */
  async list(tx?: Tx): Promise<Person[]> {
    const people = await this.manager(tx).find(PersonEntity, {
      relations: { grants: true },
      order: { name: 1, id: 1 },
    });
    return people.map(personOf);
  }

  async find(id: number, tx?: Tx): Promise<Person> {
    return personOf(await this.entity({ id }, tx));
  }

  /** The account behind an e-mail address with its password hash; null when there is none. */
  async withPassword(
    where: { readonly email: string } | { readonly id: number },
    tx?: Tx,
  ): Promise<{ readonly person: Person; readonly passwordHash: string | null } | null> {
    const found = await this.manager(tx).findOne(PersonEntity, {
      where: 'id' in where ? where : { emailKey: emailKeyOf(where.email) },
      relations: { grants: true },
    });
    return found && { person: personOf(found), passwordHash: found.passwordHash };
  }

  async create({ grants, now, ...values }: NewPerson, tx: Tx): Promise<Person> {
    try {
      const { identifiers } = await tx.manager.insert(PersonEntity, {
        ...values,
        emailKey: emailKeyOf(values.email),
        active: true,
        createdAt: new Date(now),
      });
      const { id } = identifiers[0] as { id: number };
      await this.setGrants(id, grants, tx);
      return await this.find(id, tx);
    } catch (error) {
      if (violates(error, EMAIL_KEY)) throw new DomainError('email-taken');
      throw error;
    }
  }

  async change(id: number, change: PersonChange, tx: Tx): Promise<Person> {
    if (Object.keys(change).length > 0) await tx.manager.update(PersonEntity, { id }, change);
    return this.find(id, tx);
  }

  /** Who took this person's second factors away, until they read it. */
  async factorsReset(id: number, tx?: Tx): Promise<{ at: string; by: string } | null> {
    const { factorsResetAt: at, factorsResetBy: by } = await this.entity({ id }, tx);
    return at && { at: at.toISOString(), by: by ?? '' };
  }

  /** Replaces what a person holds; the same role twice counts once. */
  async setGrants(personId: number, grants: readonly Grant[], tx: Tx): Promise<void> {
    const distinct = new Map(grants.map((grant) => [`${grant.role} ${grant.brandId}`, grant]));
    await tx.manager.delete(PersonGrantEntity, { personId });
    try {
      await tx.manager.insert(
        PersonGrantEntity,
        [...distinct.values()].map(({ role, brandId }) => ({ personId, role, brandId })),
      );
    } catch (error) {
      if (violates(error, GRANT_BRAND_KEY)) throw new DomainError('not-found', { what: 'brand' });
      throw error;
    }
  }

  private async entity(where: { readonly id: number }, tx?: Tx): Promise<PersonEntity> {
    const found = await this.manager(tx).findOne(PersonEntity, {
      where,
      relations: { grants: true },
    });
    if (found === null) throw new DomainError('not-found', { what: 'person', id: where.id });
    return found;
  }

  private manager(tx: Tx | undefined): EntityManager {
    return tx?.manager ?? this.db.dataSource.manager;
  }
}

/** Addresses differ in case and in Unicode form only by accident. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

function personOf(entity: PersonEntity): Person {
  const { id, name, email, language, active } = entity;
  return {
    id,
    name,
    email,
    language,
    active,
    grants: grantsOf(entity),
    lastSignInAt: entity.lastSignInAt?.toISOString() ?? null,
    joined: entity.passwordHash !== null,
  };
}

import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { BrandEntity } from './brands/brand.entity.js';
import { AccountLinkEntity } from './people/account-link.entity.js';
import { PersonEntity, PersonGrantEntity } from './people/person.entity.js';
import { SessionEntity } from './people/session.entity.js';
import { SignInAttemptEntity } from './people/sign-in-attempt.entity.js';

/** Every TypeORM entity of the house; a test holds them against the migrated schema. */
export const ENTITIES: (new () => object)[] = [
  AuditEntryEntity,
  BrandEntity,
  PersonEntity,
  PersonGrantEntity,
  SessionEntity,
  AccountLinkEntity,
  SignInAttemptEntity,
];

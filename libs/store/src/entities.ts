import { AlertEntity } from './alerts/alert.entity.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { BrandEntity } from './brands/brand.entity.js';
import { IncidentEntity } from './incidents/incident.entity.js';
import { AccountLinkEntity } from './people/account-link.entity.js';
import { PersonEntity, PersonGrantEntity } from './people/person.entity.js';
import { SessionEntity } from './people/session.entity.js';
import { SignInAttemptEntity } from './people/sign-in-attempt.entity.js';
import { SourceEntity } from './sources/source.entity.js';
import { SourceTokenEntity } from './sources/source-token.entity.js';
import { SpaceEntity } from './spaces/space.entity.js';
import { TopicEntity } from './topics/topic.entity.js';
import { TopicLabelEntity } from './topics/topic-label.entity.js';
import { AgreedWordingEntity, AgreedWordingEntryEntity } from './wording/agreed-wording.entity.js';
import { BrandAddressEntity, WordingRuleEntity } from './wording/wording-rule.entity.js';

/** Every TypeORM entity of the house; a test holds them against the migrated schema. */
export const ENTITIES: (new () => object)[] = [
  AuditEntryEntity,
  BrandEntity,
  PersonEntity,
  PersonGrantEntity,
  SessionEntity,
  AccountLinkEntity,
  SignInAttemptEntity,
  SpaceEntity,
  TopicEntity,
  TopicLabelEntity,
  SourceEntity,
  SourceTokenEntity,
  AlertEntity,
  IncidentEntity,
  AgreedWordingEntity,
  AgreedWordingEntryEntity,
  BrandAddressEntity,
  WordingRuleEntity,
];

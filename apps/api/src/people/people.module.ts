import { Module, type Type } from '@nestjs/common';
import { PersonRepository, SessionRepository, SignInAttemptRepository } from '@sturmwarte/store';
import type { Database } from '@sturmwarte/store';
import { DATABASE } from '../common/tokens.js';
import { AccountSessionsService } from './account-sessions.service.js';
import { AuditController } from './audit.controller.js';
import { BrandsController } from './brands.controller.js';
import { BrandsService } from './brands.service.js';
import { ColleaguesController } from './colleagues.controller.js';
import { Entrance } from './entrance.js';
import { LinkService } from './link.service.js';
import { LinksController } from './links.controller.js';
import { MeController } from './me.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { Passwords } from './passwords.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { FactorResetService } from './proof/factor-reset.service.js';
import { FactorsController } from './proof/factors.controller.js';
import { FactorsService } from './proof/factors.service.js';
import { PasskeyService } from './proof/passkey.service.js';
import { ProofCheck } from './proof/proof-check.js';
import { ProofController } from './proof/proof.controller.js';
import { ProofService } from './proof/proof.service.js';
import { RecoveryCodes } from './proof/recovery-codes.js';
import { SecondStepController } from './proof/second-step.controller.js';
import { SecondStepService } from './proof/second-step.service.js';
import { TotpService } from './proof/totp.service.js';
import { SessionOpener } from './session-opener.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';
import { SweepService } from './sweep.service.js';
import { ThrottleService } from './throttle.service.js';

const stored = <T>(repository: new (db: Database) => T) => ({
  provide: repository as Type<T>,
  useFactory: (db: Database) => new repository(db),
  inject: [DATABASE],
});

/** Accounts, sessions, brands and the audit list. */
@Module({
  controllers: [
    SetupController,
    SessionController,
    SecondStepController,
    ProofController,
    FactorsController,
    PeopleController,
    ColleaguesController,
    LinksController,
    MeController,
    BrandsController,
    AuditController,
  ],
  providers: [
    stored(PersonRepository),
    stored(SessionRepository),
    stored(SignInAttemptRepository),
    Passwords,
    ThrottleService,
    SessionOpener,
    SetupService,
    SignInService,
    LinkService,
    PeopleService,
    Entrance,
    TotpService,
    PasskeyService,
    RecoveryCodes,
    ProofCheck,
    SecondStepService,
    FactorsService,
    FactorResetService,
    ProofService,
    AccountSessionsService,
    OwnAccountService,
    BrandsService,
    SweepService,
  ],
})
export class PeopleModule {}

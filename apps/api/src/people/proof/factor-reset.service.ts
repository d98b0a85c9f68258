import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  PasskeyRepository,
  PersonRepository,
  SessionRepository,
  SignInStepRepository,
  TotpRepository,
  type Database,
} from '@sturmwarte/store';
import { FreshProof } from '../../common/fresh-proof.js';
import type { Principal } from '../../common/principal.js';
import { BUS, CLOCK, DATABASE } from '../../common/tokens.js';
import { RecoveryCodes } from './recovery-codes.js';

/** For the person who lost everything: an administrator takes the factors away, and the person is told. */
@Injectable()
export class FactorResetService {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly fresh: FreshProof,
    private readonly codes: RecoveryCodes,
  ) {}

  /** The password stays; every session of the person ends. */
  async reset(principal: Principal, personId: number): Promise<void> {
    await this.fresh.require(principal);
    await this.db.transaction(async (tx) => {
      const people = new PersonRepository(this.db);
      const { name: subject } = await people.find(personId, tx);
      await new TotpRepository(this.db).remove(personId, tx);
      await new PasskeyRepository(this.db).removeAll(personId, tx);
      await this.codes.removeAll(personId, tx);
      await new SignInStepRepository(this.db).endAll(personId, tx);
      await new SessionRepository(this.db).endAll(tx, personId, null);
      const notice = { factorsResetAt: new Date(this.clock.now()), factorsResetBy: principal.name };
      await people.change(personId, notice, tx);
      const audit = new AuditRepository(this.db);
      await audit.record(tx, { principal, action: 'factors.reset', subject });
    });
    this.bus.publish('people.changed', { personId });
  }

  async read({ personId }: Principal): Promise<void> {
    await this.db.transaction((tx) =>
      new PersonRepository(this.db).change(
        personId,
        { factorsResetAt: null, factorsResetBy: null },
        tx,
      ),
    );
  }
}

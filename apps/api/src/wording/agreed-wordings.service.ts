import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type {
  AgreedDetail,
  AgreedView,
  agreedApproveSchema,
  agreedCreateSchema,
  agreedReturnSchema,
  agreedVersionSchema,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  decideAgreed,
  DomainError,
  standingOfAgreed,
  type AgreedCommand,
  type AgreedWording,
  type Clock,
} from '@sturmwarte/domain';
import {
  AgreedWordingRepository,
  agreedWording,
  AuditRepository,
  BrandRepository,
  wordingHash,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { z } from 'zod';
import { FreshProof } from '../common/fresh-proof.js';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';
import { announceWordings } from './announce-wordings.js';

type Version = Omit<z.output<typeof agreedVersionSchema>, 'base'>;

/** Wordings approved beforehand: written by one, approved by two others, valid until a day. */
@Injectable()
export class AgreedWordingsService {
  private readonly wordings: AgreedWordingRepository;
  private readonly brands: BrandRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly proofs: FreshProof,
  ) {
    this.wordings = new AgreedWordingRepository(db);
    this.brands = new BrandRepository(db);
    this.audit = new AuditRepository(db);
  }

  async list({ grants }: Principal): Promise<AgreedView[]> {
    const wordings = await this.wordings.list(brandsWith(grants, 'wording.see'));
    return wordings.map((one) => this.viewOf(one));
  }

  async read(principal: Principal, id: number): Promise<AgreedDetail> {
    const wording = await this.db.transaction((tx) => this.mine(principal, id, tx));
    return { wording: this.viewOf(wording), history: await this.wordings.history(id) };
  }

  create(
    principal: Principal,
    { brandId, ...version }: z.output<typeof agreedCreateSchema>,
  ): Promise<AgreedView> {
    return this.told(principal, 'agreed-wording.written', async (tx) => {
      if (brandId !== null) await this.brands.find(brandId, tx);
      const { at, by } = this.stamp(principal);
      const asker = { ...by, grants: principal.grants };
      const event = decideAgreed(null, brandId, writing(version, 0), asker, at);
      return this.wordings.begin(brandId, event, at, by, tx);
    });
  }

  rewrite(
    principal: Principal,
    id: number,
    { base, ...version }: z.output<typeof agreedVersionSchema>,
  ): Promise<AgreedView> {
    return this.decide(principal, id, 'agreed-wording.written', writing(version, base));
  }

  /** A refusal asks for no proof. The proof is looked at inside the transaction: one that ends meanwhile does not count. */
  approve(
    principal: Principal,
    id: number,
    values: z.output<typeof agreedApproveSchema>,
  ): Promise<AgreedView> {
    return this.told(principal, 'agreed-wording.approved', async (tx) => {
      const before = await this.wordings.lock(id, tx);
      this.judge(principal, before, { type: 'approve', ...values, proof: 'password' });
      const { by: proof } = await this.proofs.require(principal, tx);
      return this.step(principal, before, { type: 'approve', ...values, proof }, tx);
    });
  }

  giveBack(
    principal: Principal,
    id: number,
    values: z.output<typeof agreedReturnSchema>,
  ): Promise<AgreedView> {
    return this.decide(principal, id, 'agreed-wording.returned', { type: 'return', ...values });
  }

  withdraw(principal: Principal, id: number, reason: string): Promise<AgreedView> {
    return this.decide(principal, id, 'agreed-wording.withdrawn', { type: 'withdraw', reason });
  }

  private decide(
    principal: Principal,
    id: number,
    action: string,
    command: AgreedCommand,
  ): Promise<AgreedView> {
    return this.told(principal, action, async (tx) =>
      this.step(principal, await this.wordings.lock(id, tx), command, tx),
    );
  }

  private step(
    principal: Principal,
    before: AgreedWording,
    command: AgreedCommand,
    tx: Tx,
  ): Promise<AgreedWording> {
    const { event, at, by } = this.judge(principal, before, command);
    return this.wordings.append(before, event, at, by, tx);
  }

  private judge(principal: Principal, before: AgreedWording, command: AgreedCommand) {
    requireRight(principal, 'wording.see', before.brandId);
    const { at, by } = this.stamp(principal);
    const asker = { ...by, grants: principal.grants };
    return { event: decideAgreed(before, before.brandId, command, asker, at), at, by };
  }

  private async told(
    principal: Principal,
    action: string,
    work: (tx: Tx) => Promise<AgreedWording>,
  ): Promise<AgreedView> {
    const wording = await announceWordings(this.db, this.bus, async (tx) => {
      const after = await work(tx);
      const { id, version, title: subject } = after;
      await this.audit.record(tx, { principal, action, subject, details: { id, version } });
      return after;
    });
    return this.viewOf(wording);
  }

  /** Words for all brands are seen by whoever sees those of one. */
  private async mine({ grants }: Principal, id: number, tx: Tx): Promise<AgreedWording> {
    const wording = await agreedWording(id, tx);
    const seen = brandsWith(grants, 'wording.see');
    const mine =
      wording !== null &&
      (wording.brandId === null || seen === 'all' || seen.includes(wording.brandId));
    if (!mine) throw new DomainError('not-found', { what: 'wording', id });
    return wording;
  }

  private stamp({ personId, name }: Principal) {
    const at = new Date(this.clock.now()).toISOString();
    return { at, by: { id: personId, name } };
  }

  private viewOf(wording: AgreedWording): AgreedView {
    const at = new Date(this.clock.now()).toISOString();
    return { ...wording, standing: standingOfAgreed(wording, at) };
  }
}

function writing(version: Version, base: number): AgreedCommand {
  const variants = version.variants.map((one) => ({
    ...one,
    hash: wordingHash({ ...one, attachments: [] }),
  }));
  return { type: 'write', base, ...version, variants };
}

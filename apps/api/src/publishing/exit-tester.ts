import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ExitTested, WebhookSettings } from '@sturmwarte/contracts';
import { canonicalWording, DomainError, type Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  BrandRepository,
  PersonRepository,
  PostingStopRepository,
  sha256,
  type Database,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { ExitsService } from './exits.service.js';
import { Leave, type Dispatch } from './leave.js';

const PATIENCE_MS = 20_000;
const TEXT = {
  de: 'Testsendung aus Sturmwarte. Bitte nicht veröffentlichen.',
  en: 'Test from Sturmwarte. Please do not publish.',
} as const;

/** Lets an administrator try an exit with a text that says what it is. Held by a posting stop like everything else. */
@Injectable()
export class ExitTester {
  private readonly brands: BrandRepository;
  private readonly people: PersonRepository;
  private readonly stops: PostingStopRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly exits: ExitsService,
    private readonly leave: Leave,
  ) {
    this.brands = new BrandRepository(db);
    this.people = new PersonRepository(db);
    this.stops = new PostingStopRepository(db);
    this.audit = new AuditRepository(db);
  }

  async test(principal: Principal, id: number): Promise<ExitTested> {
    const exit = await this.exits.mine(principal, id);
    const stop = await this.stops.standing(exit.brandId);
    if (stop !== null) throw new DomainError('posting-stopped', { by: stop.by.name, at: stop.at });
    const { email } = await this.people.find(principal.personId);
    const brand = await this.brands.find(exit.brandId);
    const channel = exit.channels[0] ?? 'website';
    const words = { channel, language: principal.language, text: TEXT[principal.language] };
    const dispatch: Dispatch = {
      ...words,
      ...{ key: randomUUID(), at: new Date(this.clock.now()).toISOString(), brand: brand.name },
      ...{ hash: sha256(canonicalWording({ ...words, attachments: [] })), attachments: [] },
      ...{ corrects: null, test: true },
    };
    const reins = { signal: AbortSignal.timeout(PATIENCE_MS), mayGoOn: () => true };
    const outcome = await this.leave.test(exit, dispatch, email, reins);
    const why = outcome.kind === 'confirmed' ? null : outcome.why;
    const to =
      exit.kind === 'mail'
        ? email
        : exit.kind === 'webhook'
          ? new URL((exit.settings as WebhookSettings).url).host
          : exit.name;
    await this.db.transaction((tx) =>
      this.audit.record(tx, {
        ...{ principal, action: 'exit.tested', subject: exit.name },
        details: { outcome: outcome.kind, why, to },
      }),
    );
    return { kind: outcome.kind, why, to };
  }
}

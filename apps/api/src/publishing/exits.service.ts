import { Inject, Injectable } from '@nestjs/common';
import {
  mailSettingsSchema,
  parse,
  webhookSettingsSchema,
  type exitCreateSchema,
  type ExitChoice,
  type ExitMade,
  type ExitPatch,
  type ExitView,
  type MailSettings,
  type WebhookSettings,
} from '@sturmwarte/contracts';
import type { Config } from '@sturmwarte/config';
import { brandsWith, DomainError, type Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  BrandRepository,
  ExitRepository,
  type Database,
  type StoredExit,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK, CONFIG, DATABASE } from '../common/tokens.js';
import { exitSecretsOf, sealExitSecrets, signingNow, type ExitSecrets } from './exit-secrets.js';
import { newWebhookSecret } from './leave.js';

/** How long the secret before still signs: time to change over at the other side. */
const RENEWAL_MS = 24 * 3_600_000;
/** Enough of a secret to tell it from others. */
const HINT = { from: 6, to: 12 };

/** Where statements leave the house, as administrators set it up. Secrets go in and never come back. */
@Injectable()
export class ExitsService {
  private readonly exits: ExitRepository;
  private readonly brands: BrandRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.exits = new ExitRepository(db);
    this.brands = new BrandRepository(db);
    this.audit = new AuditRepository(db);
  }

  async choices(principal: Principal, brandId: number): Promise<ExitChoice[]> {
    requireRight(principal, 'incident.see', brandId);
    const exits = await this.exits.list([brandId]);
    return exits
      .filter(({ active }) => active)
      .map(({ id, name, kind, channels }) => ({ id, name, kind, channels }));
  }

  async list({ grants }: Principal): Promise<ExitView[]> {
    const exits = await this.exits.list(brandsWith(grants, 'exits.manage'));
    return exits.map((exit) => this.viewOf(exit));
  }

  async create(
    principal: Principal,
    brandId: number,
    values: z.output<typeof exitCreateSchema>,
  ): Promise<ExitMade> {
    requireRight(principal, 'exits.manage', brandId);
    await this.brands.find(brandId);
    const { name, kind, channels } = values;
    const secret = kind === 'webhook' ? newWebhookSecret() : null;
    const secrets: ExitSecrets = {
      signing: secret === null ? [] : [{ secret, until: null }],
      password: kind === 'mail' ? values.password : null,
    };
    const settings = kind === 'sandbox' ? null : values.settings;
    const exit = await this.db.transaction(async (tx) => {
      const made = await this.exits.create(
        {
          ...{ brandId, name, kind, channels, settings, active: true },
          secrets: this.sealed(secrets),
        },
        tx,
      );
      const details = { kind, channels, settings: tellable(settings) };
      await this.audit.record(tx, { principal, action: 'exit.created', subject: name, details });
      return made;
    });
    return { exit: this.viewOf(exit), secret };
  }

  async change(principal: Principal, id: number, patch: ExitPatch): Promise<ExitView> {
    const before = await this.mine(principal, id);
    const { password, ...change } = patch;
    const settings =
      change.settings === undefined ? before.settings : settingsFor(before, change.settings);
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as Partial<StoredExit>;
    const secrets =
      password === undefined || before.kind !== 'mail'
        ? before.secrets
        : this.sealed({ signing: [], password });
    const after = await this.db.transaction(async (tx) => {
      const changed = await this.exits.change({ ...before, ...given, settings, secrets }, tx);
      const details = {
        before: { name: before.name, channels: before.channels, active: before.active },
        after: { name: changed.name, channels: changed.channels, active: changed.active },
        ...(change.settings === undefined ? {} : { settings: tellable(settings) }),
        ...(password === undefined ? {} : { password: 'changed' }),
      };
      const subject = before.name;
      await this.audit.record(tx, { principal, action: 'exit.changed', subject, details });
      return changed;
    });
    return this.viewOf(after);
  }

  async renewSecret(principal: Principal, id: number): Promise<ExitMade> {
    const before = await this.mine(principal, id);
    if (before.kind !== 'webhook') throw new DomainError('exit-unfit', { name: before.name });
    const now = this.clock.now();
    const until = new Date(now + RENEWAL_MS).toISOString();
    const secret = newWebhookSecret();
    const [newest] = signingNow(exitSecretsOf(this.config.secret, before), now);
    const signing = [
      { secret, until: null },
      ...(newest === undefined ? [] : [{ secret: newest.secret, until }]),
    ];
    const after = await this.db.transaction(async (tx) => {
      const secrets = this.sealed({ signing, password: null });
      const changed = await this.exits.change({ ...before, secrets }, tx);
      const record = { principal, action: 'exit.secret-renewed', subject: before.name };
      await this.audit.record(tx, { ...record, details: { hint: hintOf(secret) } });
      return changed;
    });
    return { exit: this.viewOf(after), secret };
  }

  /** Refuses unless this person manages the exit's brand. */
  async mine(principal: Principal, id: number): Promise<StoredExit> {
    const exit = await this.exits.find(id);
    requireRight(principal, 'exits.manage', exit.brandId);
    return exit;
  }

  private sealed(secrets: ExitSecrets): Buffer {
    return sealExitSecrets(this.config.secret, secrets);
  }

  private viewOf(exit: StoredExit): ExitView {
    const { id, brandId, name, kind, channels, settings, active } = exit;
    const secrets = exitSecretsOf(this.config.secret, exit);
    const signing = signingNow(secrets, this.clock.now());
    return {
      ...{ id, brandId, name, kind, channels, settings, active },
      secrets: [
        ...signing.map(({ secret, until }) => ({ hint: hintOf(secret), until })),
        ...(secrets.password === null ? [] : [{ hint: '', until: null }]),
      ],
    };
  }
}

function settingsFor(
  { kind, name }: StoredExit,
  settings: unknown,
): WebhookSettings | MailSettings {
  if (kind === 'sandbox') throw new DomainError('exit-unfit', { name });
  return parse(kind === 'webhook' ? webhookSettingsSchema : mailSettingsSchema, settings);
}

/** For the audit list: a press list is people, their number is enough. */
function tellable(settings: WebhookSettings | MailSettings | null): unknown {
  if (settings === null || !('recipients' in settings)) return settings;
  return { ...settings, recipients: settings.recipients.length };
}

function hintOf(secret: string): string {
  return secret.slice(HINT.from, HINT.to);
}

import { Inject, Injectable } from '@nestjs/common';
import type { MailSettings, WebhookSettings } from '@sturmwarte/contracts';
import type { Config } from '@sturmwarte/config';
import {
  mailExit,
  webhookExit,
  type Dispatch,
  type DispatchFile,
  type Exit,
  type ReadBack,
  type Reins,
  type SendOutcome,
} from '@sturmwarte/connectors/exits';
import type { Clock } from '@sturmwarte/domain';
import {
  SandboxRepository,
  SpaceRepository,
  type Database,
  type OutboxRow,
  type StoredExit,
} from '@sturmwarte/store';
import { CLOCK, CONFIG, DATABASE } from '../common/tokens.js';
import { dispatchHash } from './dispatch-hash.js';
import { exitSecretsOf, signingNow } from './exit-secrets.js';

export { newWebhookSecret } from '@sturmwarte/connectors/exits';
export type { Dispatch, DispatchFile, ReadBack, Reins, SendOutcome };

/**
 * The one place where anything leaves the house; nothing else may import the exits (a lint rule says so). What belongs
 * to a space that is not live ends in the sandbox here, whatever exit was chosen and whoever asks.
 */
@Injectable()
export class Leave {
  private readonly spaces: SpaceRepository;
  private readonly sandbox: SandboxRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.spaces = new SpaceRepository(db);
    this.sandbox = new SandboxRepository(db);
  }

  /** Sends what was handed over. The last look at the words: what leaves is what was approved, or nothing does. */
  async send(
    row: OutboxRow,
    exit: StoredExit,
    dispatch: Dispatch,
    reins: Reins,
  ): Promise<SendOutcome> {
    if (dispatchHash(dispatch) !== dispatch.hash)
      return { kind: 'refused', why: 'wording-changed' };
    const way = await this.realWay(row.spaceId, exit);
    if (way !== null) return way.send(dispatch, reins);
    const { channel, language, text, hash, attachments, at } = dispatch;
    await this.sandbox.receive({
      ...{ incidentId: row.incidentId, publication: row.entry },
      ...{ spaceId: row.spaceId, brandId: row.brandId, exit: { name: exit.name, kind: exit.kind } },
      ...{ channel, language, text, hash, at },
      attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    });
    return { kind: 'confirmed', link: null, foreignId: null };
  }

  /** Null: this exit cannot be asked. */
  async readBack(row: OutboxRow, exit: StoredExit, signal: AbortSignal): Promise<ReadBack | null> {
    const way = await this.realWay(row.spaceId, exit);
    if (way !== null) return way.readBack === null ? null : way.readBack(row.key, signal);
    const there = await this.sandbox.has(row.incidentId, row.entry);
    return there ? { kind: 'found', link: null, foreignId: null } : { kind: 'absent' };
  }

  /** Tries an exit: to a newsroom as a marked test, by mail to this address and to nobody of the list. */
  test(
    exit: StoredExit,
    dispatch: Dispatch,
    recipient: string,
    reins: Reins,
  ): Promise<SendOutcome> {
    if (exit.kind === 'sandbox') {
      return Promise.resolve({ kind: 'confirmed', link: null, foreignId: null });
    }
    return this.exitOf(exit, [recipient]).send({ ...dispatch, test: true }, reins);
  }

  /** Null: it ends in the sandbox. */
  private async realWay(spaceId: number, exit: StoredExit): Promise<Exit | null> {
    const { kind } = await this.spaces.find(spaceId);
    return kind === 'live' && exit.kind !== 'sandbox' ? this.exitOf(exit) : null;
  }

  private exitOf(exit: StoredExit, recipients?: string[]): Exit {
    const secrets = exitSecretsOf(this.config.secret, exit);
    if (exit.kind === 'mail') {
      const settings = exit.settings as MailSettings;
      return mailExit({ ...settings, ...(recipients ? { recipients } : {}) }, secrets.password);
    }
    const signing = signingNow(secrets, this.clock.now()).map(({ secret }) => secret);
    return webhookExit(exit.settings as WebhookSettings, signing, () => this.clock.now());
  }
}

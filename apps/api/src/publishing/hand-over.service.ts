import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  handOver,
  type Incident,
  type Publication,
  type VariantVersion,
} from '@sturmwarte/domain';
import {
  AttachmentRepository,
  BrandRepository,
  ExitRepository,
  lockIncidents,
  OutboxRepository,
  PostingStopRepository,
  type Database,
  type OutboxRow,
  type StoredExit,
  type Tx,
} from '@sturmwarte/store';
import { IncidentDesk } from '../common/incident-desk.js';
import { DATABASE } from '../common/tokens.js';
import { AgreedWordings } from '../common/agreed-wordings.js';
import { dispatchHash } from './dispatch-hash.js';
import type { Dispatch, DispatchFile } from './leave.js';

/** Permission to send, once: the journal says `sending`, and nobody else can get it. */
export interface HandedOver {
  readonly row: OutboxRow;
  readonly exit: StoredExit;
  readonly dispatch: Dispatch;
  /** When the sender's lease began, by this machine's own clock. */
  readonly leasedAt: number;
}

/** Held: not now, asked again later. */
const LATER_MS = {
  'posting-stop': 1_000,
  planned: 1_000,
  'insider-lock': 15_000,
  'not-prepared': 0,
};

/**
 * The one transaction between an approved text and the world. It holds the incident's lock and shares the brand's, reads
 * the very bytes that will leave, and asks the domain whether they may; only after its commit anything is sent.
 */
@Injectable()
export class HandOverService {
  private readonly outbox: OutboxRepository;
  private readonly stops: PostingStopRepository;
  private readonly exits: ExitRepository;
  private readonly brands: BrandRepository;
  private readonly attachments: AttachmentRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly desk: IncidentDesk,
    private readonly agreed: AgreedWordings,
  ) {
    this.outbox = new OutboxRepository(db);
    this.stops = new PostingStopRepository(db);
    this.exits = new ExitRepository(db);
    this.brands = new BrandRepository(db);
    this.attachments = new AttachmentRepository(db);
  }

  /** Null when it does not leave now: held, withdrawn, or somebody else has it. */
  async handOver(claim: OutboxRow): Promise<HandedOver | null> {
    let heldForMs: number | null = null;
    let why = '';
    const done = await this.db.transaction(async (tx) => {
      const locked = (await lockIncidents(tx, [claim.incidentId])).get(claim.incidentId);
      if (locked === undefined) throw new Error('locked and not there');
      const row = await this.outbox.held(claim, tx);
      if (row === null) return null;
      const { incident } = locked;
      const publication = incident.publications.find(({ id }) => id === row.entry);
      if (publication === undefined) throw new Error('an outbox row without a publication');
      const space = await this.desk.space(incident.spaceId, tx);
      const around = await this.desk.surroundings(this.desk.timeIn(space), incident.runs);
      const stop = await this.stops.standingShared(row.brandId, tx);
      const exit = await this.exits.find(row.exitId, tx);
      const dispatch = await this.dispatchOf(row, incident, publication, around.at, tx);
      const decision = handOver(incident, row.entry, {
        at: around.at,
        textHash: dispatchHash(dispatch),
        agreedNow: await this.agreedNow(incident, publication, around.at, tx),
        stopped: stop !== null,
      });
      if (decision.kind === 'hold') {
        heldForMs = LATER_MS[decision.why];
        why = decision.why;
        return null;
      }
      const leasedAt = performance.now();
      const recorded = await this.desk.write(tx, locked, null, decision.events, around);
      if (decision.kind === 'withdraw') return { recorded, handed: null };
      await this.outbox.beginSending(row, tx);
      return { recorded, handed: { row, exit, dispatch, leasedAt } };
    });
    if (heldForMs !== null) await this.outbox.release(claim, heldForMs, why);
    if (done === null) return null;
    this.desk.tell([done.recorded]);
    return done.handed;
  }

  /** What would leave, byte for byte, as it is stored at this moment. */
  private async dispatchOf(
    row: OutboxRow,
    incident: Incident,
    publication: Publication,
    at: string,
    tx: Tx,
  ): Promise<Dispatch> {
    const { channel, language, hash, corrects } = publication;
    const text = textNow(incident, publication);
    const attachments: DispatchFile[] = [];
    for (const { id, name, sha256 } of text?.attachments ?? []) {
      attachments.push({ name, sha256, content: await this.bytesOf(row.incidentId, id, tx) });
    }
    const corrected = { incidentId: row.incidentId, entry: corrects ?? 0 };
    return {
      ...{ key: row.key, at, channel, language, hash, test: false },
      brand: (await this.brands.find(row.brandId, tx)).name,
      text: text?.text ?? '',
      attachments,
      corrects: corrects === null ? null : await this.outbox.keyOf(corrected, tx),
    };
  }

  /** A file that is gone is not the file that was approved: nothing of it has the same hash. */
  private async bytesOf(incidentId: number, id: string, tx: Tx): Promise<Buffer> {
    try {
      return (await this.attachments.read(incidentId, id, tx)).content;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return Buffer.alloc(0);
      throw error;
    }
  }

  private async agreedNow(
    incident: Incident,
    publication: Publication,
    at: string,
    tx: Tx,
  ): Promise<boolean> {
    const text = textNow(incident, publication);
    if (text === undefined) return false;
    return this.agreed.isValid(text, publication, incident.brandId, at, tx);
  }
}

function textNow(
  { statements }: Incident,
  { statement, channel, language }: Publication,
): VariantVersion | undefined {
  return statements
    .find(({ id }) => id === statement)
    ?.variants.find((one) => one.channel === channel && one.language === language)
    ?.versions.at(-1);
}

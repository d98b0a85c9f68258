import { Inject, Injectable } from '@nestjs/common';
import {
  reconcile,
  settle,
  type Incident,
  type IncidentEvent,
  type PublicationReceipt,
} from '@sturmwarte/domain';
import {
  lockIncidents,
  OutboxRepository,
  type Database,
  type OutboxRow,
  type RecordedIncident,
} from '@sturmwarte/store';
import { IncidentDesk } from '../common/incident-desk.js';
import { DATABASE } from '../common/tokens.js';
import type { ReadBack, SendOutcome } from './leave.js';

/** The second transaction: what became of a publication goes into the journal, and the outbox follows. */
@Injectable()
export class SettleService {
  private readonly outbox: OutboxRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly desk: IncidentDesk,
  ) {
    this.outbox = new OutboxRepository(db);
  }

  /**
   * An answer to what was sent. It may come so late that others already wrote `unknown`: what is certain is believed
   * all the same. What a person settled meanwhile stays.
   */
  async answered(row: OutboxRow, outcome: SendOutcome): Promise<void> {
    const deliveries = outcome.deliveries ?? [];
    await this.write(
      row,
      (incident, at) => {
        const state = incident.publications.find(({ id }) => id === row.entry)?.state;
        if (outcome.kind === 'unknown') {
          return settle(incident, row.entry, { kind: 'unknown', why: outcome.why }, at);
        }
        if (outcome.kind === 'refused') {
          return state === 'unknown'
            ? reconcile(incident, row.entry, { kind: 'absent', why: outcome.why }, at)
            : settle(incident, row.entry, { kind: 'failed', why: outcome.why }, at);
        }
        const receipt = receiptOf(outcome, at, 'answered');
        return state === 'unknown'
          ? reconcile(incident, row.entry, { kind: 'found', receipt }, at)
          : settle(incident, row.entry, { kind: 'confirmed', receipt }, at);
      },
      deliveries,
    );
  }

  /** Whoever was sending it is gone: nobody knows. Looked at again under the lock, for it may have answered. */
  async abandoned(row: OutboxRow): Promise<void> {
    await this.write(row, async (incident, at, isAbandoned) =>
      (await isAbandoned())
        ? settle(incident, row.entry, { kind: 'unknown', why: 'sender-gone' }, at)
        : [],
    );
  }

  /** What reading back proved. */
  async readBack(
    row: OutboxRow,
    found: Exclude<ReadBack, { readonly kind: 'unclear' }>,
  ): Promise<void> {
    await this.write(row, (incident, at) =>
      found.kind === 'absent'
        ? reconcile(incident, row.entry, { kind: 'absent', why: 'not-there' }, at)
        : reconcile(
            incident,
            row.entry,
            { kind: 'found', receipt: receiptOf(found, at, 'read-back') },
            at,
          ),
    );
  }

  private async write(
    row: OutboxRow,
    decide: (
      incident: Incident,
      at: string,
      isAbandoned: () => Promise<boolean>,
    ) => readonly IncidentEvent[] | Promise<readonly IncidentEvent[]>,
    deliveries: NonNullable<SendOutcome['deliveries']> = [],
  ): Promise<void> {
    const recorded = await this.db.transaction(async (tx): Promise<RecordedIncident | null> => {
      const locked = (await lockIncidents(tx, [row.incidentId])).get(row.incidentId);
      if (locked === undefined) throw new Error('locked and not there');
      const { incident } = locked;
      const space = await this.desk.space(incident.spaceId, tx);
      const around = await this.desk.surroundings(this.desk.timeIn(space), incident.runs);
      await this.outbox.keepDeliveries(row, deliveries, tx);
      const events = await decide(incident, around.at, () => this.outbox.isAbandoned(row, tx));
      return this.desk.write(tx, locked, null, events, around);
    });
    this.desk.tell([recorded]);
  }
}

function receiptOf(
  { link, foreignId }: { readonly link: string | null; readonly foreignId: string | null },
  at: string,
  how: PublicationReceipt['how'],
): PublicationReceipt {
  return { link, foreignId, at, how };
}

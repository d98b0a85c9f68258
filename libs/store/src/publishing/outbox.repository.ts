import type { DeliveryView, OutboxView } from '@sturmwarte/contracts';
import type { OutletChannel, PublicationState, TextLanguage } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/** A publication by its incident and the entry it was prepared in. */
export interface PublicationRef {
  readonly incidentId: number;
  readonly entry: number;
}

export interface OutboxRow extends PublicationRef {
  readonly spaceId: number;
  readonly brandId: number;
  readonly exitId: number;
  /** What the other side knows it by. */
  readonly key: string;
  readonly state: PublicationState;
  /** Grows with every lease: whoever holds an older one holds nothing. */
  readonly token: string;
  readonly looks: number;
  readonly absences: number;
  /** How long nobody knows already, by the database's clock. */
  readonly unknownForMs: number;
}

/** Whoever claims a prepared publication has this long to hand it over. */
const CLAIM = `interval '15 seconds'`;
/** Whoever sends says so several times within this; then it counts as gone. */
export const SENDING_LEASE_MS = 3_000;
const SENDING = `interval '${SENDING_LEASE_MS} milliseconds'`;

const ROW = `o.incident_id as "incidentId", o.entry, o.space_id as "spaceId", o.brand_id as "brandId",
  o.exit_id as "exitId", o.key, o.state, o.lease_token::text as token, o.looks, o.absences,
  coalesce(extract(epoch from clock_timestamp() - o.settled_at) * 1000, 0)::float8 as "unknownForMs"`;
const STOPPED = `coalesce((select kind from posting_stop ps where ps.brand_id = o.brand_id order by ps.id desc limit 1), '') = 'stop'`;

/** The publications on their way. Their states are written by `settlePublications` alone, from the journal. */
export class OutboxRepository {
  constructor(private readonly db: Database) {}

  /** Takes prepared publications that are due and not held by a posting stop; `now` is the server's time. */
  async claim(now: Date, limit: number): Promise<OutboxRow[]> {
    return this.changed(
      `update publication_outbox o
       set lease_token = o.lease_token + 1, leased_until = clock_timestamp() + ${CLAIM}
       from (
         select o.incident_id, o.entry from publication_outbox o join space s on s.id = o.space_id
         where o.state = 'prepared' and s.ended_at is null
           and (o.leased_until is null or o.leased_until < clock_timestamp())
           and o.not_before <= case when s.kind = 'live' then $1::timestamptz else s.now_at end
           and not ${STOPPED}
         order by o.not_before, o.incident_id, o.entry limit $2 for update of o skip locked) due
       where o.incident_id = due.incident_id and o.entry = due.entry
       returning ${ROW}`,
      [now, limit],
    );
  }

  /** The claim, under its lock; null when somebody else holds it by now, or it is prepared no more. */
  async held({ incidentId, entry, token }: OutboxRow, tx: Tx): Promise<OutboxRow | null> {
    const [row] = await tx.query<OutboxRow>(
      `select ${ROW} from publication_outbox o
       where incident_id = $1 and entry = $2 and lease_token = $3 and state = 'prepared' for update`,
      [incidentId, entry, token],
    );
    return row ?? null;
  }

  /** Gives a claim back; `inMs`: not to be tried before. */
  async release({ incidentId, entry, token }: OutboxRow, inMs: number, why: string): Promise<void> {
    await this.db.dataSource.query(
      `update publication_outbox set leased_until = clock_timestamp() + $4 * interval '1 millisecond', last_fault = $5
       where incident_id = $1 and entry = $2 and lease_token = $3 and state = 'prepared'`,
      [incidentId, entry, token, inMs, why],
    );
  }

  /** Begins the sender's lease, in the transaction that hands over. */
  async beginSending({ incidentId, entry, token }: OutboxRow, tx: Tx): Promise<void> {
    await tx.query(
      `update publication_outbox set leased_until = clock_timestamp() + ${SENDING}
       where incident_id = $1 and entry = $2 and lease_token = $3`,
      [incidentId, entry, token],
    );
  }

  /** Still ours to send? And does a posting stop stand by now? */
  async renew({
    incidentId,
    entry,
    token,
  }: OutboxRow): Promise<{ readonly ours: boolean; readonly stopped: boolean }> {
    const [row] = await this.changed<{ stopped: boolean }>(
      `update publication_outbox o set leased_until = clock_timestamp() + ${SENDING}
       where incident_id = $1 and entry = $2 and lease_token = $3 and state = 'sending'
         and leased_until > clock_timestamp()
       returning ${STOPPED} as stopped`,
      [incidentId, entry, token],
    );
    return { ours: row !== undefined, stopped: row?.stopped ?? true };
  }

  /** Sent by somebody who is gone: nobody knows what became of them. */
  async abandoned(limit: number): Promise<OutboxRow[]> {
    return this.rows(
      `select ${ROW} from publication_outbox o
       where state = 'sending' and leased_until < clock_timestamp() order by leased_until limit $1`,
      [limit],
    );
  }

  /** The row under its lock, whatever its state. */
  async lock({ incidentId, entry }: PublicationRef, tx: Tx): Promise<OutboxRow | null> {
    const [row] = await tx.query<OutboxRow & { leaseOver: boolean }>(
      `select ${ROW} from publication_outbox o where incident_id = $1 and entry = $2 for update`,
      [incidentId, entry],
    );
    return row ?? null;
  }

  /** Has the lease of its sender run out? Call it under the row's lock. */
  async isAbandoned({ incidentId, entry }: PublicationRef, tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ over: boolean }>(
      `select state = 'sending' and leased_until < clock_timestamp() as over
       from publication_outbox where incident_id = $1 and entry = $2`,
      [incidentId, entry],
    );
    return row?.over ?? false;
  }

  /** Takes unknown ones that are due to be read back; a look nobody finishes is due again after a while. */
  async claimLooks(limit: number): Promise<OutboxRow[]> {
    return this.changed(
      `update publication_outbox o set look_at = clock_timestamp() + interval '30 seconds', looks = o.looks + 1
       from (
         select incident_id, entry from publication_outbox
         where state = 'unknown' and look_at <= clock_timestamp()
         order by look_at limit $1 for update skip locked) due
       where o.incident_id = due.incident_id and o.entry = due.entry
       returning ${ROW}`,
      [limit],
    );
  }

  /** When it is read back next; null: a person has to look. */
  async lookAgain(
    { incidentId, entry }: PublicationRef,
    inMs: number | null,
    absences: number,
  ): Promise<void> {
    await this.db.dataSource.query(
      `update publication_outbox set absences = $4,
         look_at = case when $3::float8 is null then null else clock_timestamp() + $3 * interval '1 millisecond' end
       where incident_id = $1 and entry = $2 and state = 'unknown'`,
      [incidentId, entry, inMs, absences],
    );
  }

  /** Keeps what happened for each recipient; the last word about each counts. */
  async keepDeliveries(
    { incidentId, entry }: PublicationRef,
    deliveries: readonly DeliveryView[],
    tx: Tx,
  ): Promise<void> {
    if (deliveries.length === 0) return;
    await tx.query(
      `insert into publication_delivery (incident_id, entry, recipient, outcome, answer)
       select $1, $2, d.recipient, d.outcome, d.answer
       from unnest($3::text[], $4::text[], $5::text[]) d (recipient, outcome, answer)
       on conflict (incident_id, entry, recipient) do update set outcome = excluded.outcome, answer = excluded.answer`,
      [
        ...[incidentId, entry],
        deliveries.map(({ recipient }) => recipient),
        deliveries.map(({ outcome }) => outcome),
        deliveries.map(({ answer }) => answer),
      ],
    );
  }

  async deliveries({ incidentId, entry }: PublicationRef): Promise<DeliveryView[]> {
    return this.rows(
      `select recipient, outcome, answer from publication_delivery
       where incident_id = $1 and entry = $2 order by recipient`,
      [incidentId, entry],
    );
  }

  /** What the other side knows a publication by; null for one without a row. */
  async keyOf({ incidentId, entry }: PublicationRef, tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ key: string }>(
      'select key from publication_outbox where incident_id = $1 and entry = $2',
      [incidentId, entry],
    );
    return row?.key ?? null;
  }

  /** Publications of a brand in these states, oldest first; `sentWithinMs`: only those handed over so lately. */
  async list(
    brandId: number,
    states: readonly PublicationState[],
    sentWithinMs: number | null = null,
  ): Promise<OutboxView[]> {
    const rows = await this.rows<ViewRow>(
      `select o.incident_id as "incidentId", i.number as incident, i.title as "incidentTitle",
         o.entry as publication, e.name as exit, o.channel, o.language, o.state, o.not_before as "notBefore", o.sent_at as "sentAt"
       from publication_outbox o join incident i on i.id = o.incident_id join exit e on e.id = o.exit_id
       where o.brand_id = $1 and o.state = any($2)
         and ($3::float8 is null or o.sent_at > clock_timestamp() - $3 * interval '1 millisecond')
       order by o.not_before, o.incident_id, o.entry limit 500`,
      [brandId, states, sentWithinMs],
    );
    return rows.map(({ notBefore, sentAt, ...row }) => ({
      ...row,
      notBefore: notBefore.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }));
  }

  /** How many of a brand somebody is sending at this moment. */
  async sendingNow(brandId: number): Promise<number> {
    const [row] = await this.rows<{ count: number }>(
      `select count(*)::int as count from publication_outbox
       where brand_id = $1 and state = 'sending' and leased_until > clock_timestamp()`,
      [brandId],
    );
    return row?.count ?? 0;
  }

  private rows<Row = OutboxRow>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    return this.db.dataSource.query<Row[]>(sql, [...params]);
  }

  /** Rows of a statement that changes them: TypeORM answers those together with their number. */
  private async changed<Row = OutboxRow>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    const [rows] = await this.db.dataSource.query<[Row[], number]>(sql, [...params]);
    return rows;
  }
}

interface ViewRow {
  readonly incidentId: number;
  readonly incident: string;
  readonly incidentTitle: string;
  readonly publication: number;
  readonly exit: string;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly state: PublicationState;
  readonly notBefore: Date;
  readonly sentAt: Date | null;
}

import { LessThan } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { AuditEntryEntity } from './audit-entry.entity.js';

export interface AuditRecord {
  /** Who did it; null: the house itself, or somebody without an account. */
  readonly principal: { readonly personId: number; readonly name: string } | null;
  /** `noun.verb`, e.g. `topic.changed`; its words live in i18n. */
  readonly action: string;
  /** The name of the thing, as a reader knows it. */
  readonly subject: string;
  /** Old and new values. Never a secret, never the text of a mention. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** As the contract shows it. */
export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly by: { readonly id: number; readonly name: string } | null;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The list of changes to people, rights, sources, tokens, topics and settings. It only ever grows. */
export class AuditRepository {
  constructor(private readonly db: Database) {}

  /** In the transaction of the change itself: neither exists without the other. */
  async record(tx: Tx, { principal, action, subject, details = {} }: AuditRecord): Promise<void> {
    await tx.query(
      `insert into audit_entry (at, person_id, person_name, action, subject, details)
       values (clock_timestamp(), $1, $2, $3, $4, $5)`,
      [principal?.personId ?? null, principal?.name ?? null, action, subject, details],
    );
  }

  /** Newest first; `before` is the id of the last row already seen. */
  async list(limit: number, before?: number): Promise<AuditRow[]> {
    const entries = await this.db.dataSource.getRepository(AuditEntryEntity).find({
      where: before === undefined ? {} : { id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit,
    });
    return entries.map((entry) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      by: entry.personName === null ? null : { id: entry.personId ?? 0, name: entry.personName },
      action: entry.action,
      subject: entry.subject,
      details: entry.details,
    }));
  }
}

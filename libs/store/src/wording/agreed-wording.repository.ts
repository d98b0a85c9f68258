import {
  DomainError,
  evolveAgreed,
  foldAgreed,
  type AgreedEntry,
  type AgreedEvent,
  type AgreedWording,
  type PersonRef,
} from '@sturmwarte/domain';
import { In, IsNull } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { agreedWording, entryOf } from './agreed-wording.js';
import { AgreedWordingEntity, AgreedWordingEntryEntity } from './agreed-wording.entity.js';

/** Wordings approved beforehand. Refuses `not-found`. */
export class AgreedWordingRepository {
  constructor(private readonly db: Database) {}

  /** Those of these brands and those for all, newest change first. */
  async list(brands: 'all' | readonly number[]): Promise<AgreedWording[]> {
    const where = brands === 'all' ? {} : [{ brandId: In([...brands]) }, { brandId: IsNull() }];
    const rows = await this.db.dataSource.getRepository(AgreedWordingEntity).find({ where });
    return rows
      .map(({ body }) => body)
      .sort((one, other) => other.written.at.localeCompare(one.written.at) || other.id - one.id);
  }

  async history(id: number): Promise<AgreedEntry[]> {
    const rows = await this.db.dataSource
      .getRepository(AgreedWordingEntryEntity)
      .find({ where: { wordingId: id }, order: { seq: 1 } });
    return rows.map(entryOf);
  }

  /** As its history tells it; whoever changes it meanwhile waits for this transaction. */
  async lock(id: number, tx: Tx): Promise<AgreedWording> {
    await tx.query('select 1 from agreed_wording where id = $1 for update', [id]);
    const wording = await agreedWording(id, tx);
    if (wording === null) throw new DomainError('not-found', { what: 'wording', id });
    return wording;
  }

  async begin(brandId: number | null, event: AgreedEvent, at: string, by: PersonRef, tx: Tx) {
    const [row] = await tx.query<{ id: number }>(
      `insert into agreed_wording (brand_id, body) values ($1, '{}') returning id`,
      [brandId],
    );
    if (!row) throw new Error('no number for a wording');
    const born = { id: row.id, brandId };
    return this.write(evolveAgreed(null, { seq: 1, at, by, event }, born), { at, by, event }, tx);
  }

  /** One more entry. `before` must have been locked in this transaction. */
  async append(
    before: AgreedWording,
    event: AgreedEvent,
    at: string,
    by: PersonRef,
    tx: Tx,
  ): Promise<AgreedWording> {
    const entry = { seq: before.seq + 1, at, by, event };
    return this.write(evolveAgreed(before, entry, before), { at, by, event }, tx);
  }

  private async write(
    after: AgreedWording,
    { at, by, event }: Omit<AgreedEntry, 'seq'>,
    tx: Tx,
  ): Promise<AgreedWording> {
    await tx.query(
      `insert into agreed_wording_entry (wording_id, seq, at, by_id, by_name, event)
       values ($1, $2, $3, $4, $5, $6)`,
      [after.id, after.seq, at, by.id, by.name, event],
    );
    await tx.query('update agreed_wording set body = $2 where id = $1', [after.id, after]);
    return after;
  }

  /** Every fold agrees with its history? The ids of those that do not. */
  async unlike(): Promise<number[]> {
    const rows = await this.db.dataSource.getRepository(AgreedWordingEntity).find();
    const unlike: number[] = [];
    for (const { id, brandId, body } of rows) {
      const told = foldAgreed(await this.history(id), { id, brandId });
      if (JSON.stringify(sorted(told)) !== JSON.stringify(sorted(body))) unlike.push(id);
    }
    return unlike;
  }
}

/** jsonb keeps no order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

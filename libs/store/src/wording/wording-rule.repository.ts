import { DomainError, type FormOfAddress } from '@sturmwarte/domain';
import { In, IsNull, type Repository } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { BrandAddressEntity, WordingRuleEntity } from './wording-rule.entity.js';

export type StoredWordingRule = Readonly<WordingRuleEntity>;
export type WordingRuleValues = Omit<StoredWordingRule, 'id'>;

/** The house's own words, and how its brands address their readers. Refuses `not-found`. */
export class WordingRuleRepository {
  constructor(private readonly db: Database) {}

  /** Those of these brands and those for all, oldest first. */
  async list(brands: 'all' | readonly number[]): Promise<StoredWordingRule[]> {
    const where = brands === 'all' ? {} : [{ brandId: In([...brands]) }, { brandId: IsNull() }];
    const rows = await this.rules().find({ where, order: { id: 1 } });
    return rows.map((row) => ({ ...row }));
  }

  async find(id: number, tx: Tx): Promise<StoredWordingRule> {
    const row = await this.rules(tx).findOneBy({ id });
    if (row === null) throw new DomainError('not-found', { what: 'wording-rule', id });
    return { ...row };
  }

  async save(
    values: WordingRuleValues & { readonly id?: number },
    tx: Tx,
  ): Promise<StoredWordingRule> {
    return { ...(await this.rules(tx).save(this.rules(tx).create(values))) };
  }

  async remove(id: number, tx: Tx): Promise<void> {
    await this.rules(tx).delete({ id });
  }

  async addresses(
    brands: 'all' | readonly number[],
  ): Promise<{ brandId: number; address: FormOfAddress }[]> {
    const rows = await this.db.dataSource.getRepository(BrandAddressEntity).find({
      where: brands === 'all' ? {} : { brandId: In([...brands]) },
      order: { brandId: 1 },
    });
    return rows.map(({ brandId, address }) => ({ brandId, address }));
  }

  /** Null: both are fine. Answers what it was before. */
  async setAddress(
    brandId: number,
    address: FormOfAddress | null,
    tx: Tx,
  ): Promise<FormOfAddress | null> {
    const addresses = tx.manager.getRepository(BrandAddressEntity);
    const before = await addresses.findOneBy({ brandId });
    if (address === null) await addresses.delete({ brandId });
    else await addresses.save({ brandId, address });
    return before?.address ?? null;
  }

  private rules(tx?: Tx): Repository<WordingRuleEntity> {
    return (tx?.manager ?? this.db.dataSource.manager).getRepository(WordingRuleEntity);
  }
}

import type { FormOfAddress, OutletChannel, Text, WordingSeverity } from '@sturmwarte/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Words this house does not use. */
@Entity('wording_rule')
export class WordingRuleEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** Null: for all brands. */
  @Column('int', { name: 'brand_id', nullable: true })
  brandId!: number | null;

  @Column('jsonb')
  de!: readonly string[];

  @Column('jsonb')
  en!: readonly string[];

  @Column('jsonb')
  why!: Text;

  @Column('jsonb', { nullable: true })
  better!: Text | null;

  @Column('text')
  severity!: WordingSeverity;

  /** Null: everywhere. */
  @Column('jsonb', { nullable: true })
  channels!: readonly OutletChannel[] | null;
}

/** How a brand addresses its German readers; no row: both are fine. */
@Entity('brand_address')
export class BrandAddressEntity {
  @PrimaryColumn('int', { name: 'brand_id' })
  brandId!: number;

  @Column('text')
  address!: FormOfAddress;
}

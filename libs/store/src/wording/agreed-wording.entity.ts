import type { AgreedEvent, AgreedWording } from '@sturmwarte/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The fold of a history, for lists. What counts is read from the history. */
@Entity('agreed_wording')
export class AgreedWordingEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** Null: for all brands. */
  @Column('int', { name: 'brand_id', nullable: true })
  brandId!: number | null;

  @Column('jsonb')
  body!: AgreedWording;
}

/** Written once; a trigger refuses every change. */
@Entity('agreed_wording_entry')
export class AgreedWordingEntryEntity {
  @PrimaryColumn('int', { name: 'wording_id' })
  wordingId!: number;

  @PrimaryColumn('int')
  seq!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('int', { name: 'by_id' })
  byId!: number;

  /** As the person was called then. */
  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('jsonb')
  event!: AgreedEvent;
}

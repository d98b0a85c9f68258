import type { OutletTier } from '@sturmwarte/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('source')
export class SourceEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ name: 'space_id', type: 'int' })
  spaceId!: number;

  @Column({ name: 'brand_id', type: 'int', nullable: true })
  brandId!: number | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ name: 'retention_days', type: 'int', default: 90 })
  retentionDays!: number;

  @Column({ name: 'silent_after_minutes', type: 'int', nullable: true })
  silentAfterMinutes!: number | null;

  @Column({ name: 'outlet_tier', type: 'text', default: 'none' })
  outletTier!: OutletTier;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

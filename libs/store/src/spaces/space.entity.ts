import type { SpaceKind } from '@sturmwarte/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('space')
export class SpaceEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ type: 'text' })
  kind!: SpaceKind;

  @Column({ name: 'brand_id', type: 'int', nullable: true })
  brandId!: number | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'now_at', type: 'timestamptz', nullable: true })
  nowAt!: Date | null;

  @Column({ name: 'started_at', type: 'timestamptz', default: () => 'now()' })
  startedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

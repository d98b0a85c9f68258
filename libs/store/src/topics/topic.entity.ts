import type { PlainRule, Sensitivity, TopicKind } from '@sturmwarte/domain';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('topic')
@Unique('topic_space_id_brand_id_name_key', ['spaceId', 'brandId', 'name'])
export class TopicEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ name: 'space_id', type: 'int' })
  spaceId!: number;

  @Column({ name: 'brand_id', type: 'int' })
  brandId!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: TopicKind;

  @Column({ type: 'text' })
  query!: string;

  @Column({ type: 'jsonb', default: [] })
  rules!: PlainRule[];

  @Column({ type: 'text', default: 'standard' })
  sensitivity!: Sensitivity;

  @Column({ name: 'head_start', type: 'double precision', nullable: true })
  headStart!: number | null;

  @Column({ name: 'cooldown_minutes', type: 'integer', default: 0 })
  cooldownMinutes!: number;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

import type { Alert, AlertState, Level } from '@sturmwarte/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('alert')
export class AlertEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ type: 'int', unique: true, default: () => `nextval('alert_number')` })
  number!: number;

  @Column({ name: 'space_id', type: 'int' })
  spaceId!: number;

  @Column({ name: 'brand_id', type: 'int' })
  brandId!: number;

  @Column({ name: 'topic_id', type: 'int' })
  topicId!: number;

  /** As it was when the alert was raised. */
  @Column({ name: 'topic_name', type: 'text' })
  topicName!: string;

  @Column({ type: 'text' })
  state!: AlertState;

  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'smallint' })
  level!: Level;

  @Column({ type: 'jsonb' })
  body!: Alert;
}

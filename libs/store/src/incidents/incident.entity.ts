import type { Impact, Incident, IncidentState, Level } from '@sturmwarte/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('incident')
export class IncidentEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ type: 'text', unique: true })
  number!: string;

  @Column({ name: 'space_id', type: 'int' })
  spaceId!: number;

  @Column({ name: 'brand_id', type: 'int' })
  brandId!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  state!: IncidentState;

  /** The level in force. */
  @Column({ type: 'smallint' })
  level!: Level;

  @Column({ type: 'text', nullable: true })
  impact!: Impact | null;

  /** Number of the newest entry. */
  @Column({ type: 'int' })
  version!: number;

  /** Hash of the newest entry. */
  @Column({ type: 'text' })
  head!: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'int', array: true })
  members!: number[];

  @Column({ name: 'next_turn_at', type: 'timestamptz', nullable: true })
  nextTurnAt!: Date | null;

  /** The fold of its journal. */
  @Column({ type: 'jsonb' })
  body!: Incident;
}

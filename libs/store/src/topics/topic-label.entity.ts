import type { LabelKind, NoEventReason } from '@sturmwarte/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What somebody said of a stretch of a topic's past. */
@Entity('topic_label')
export class TopicLabelEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ name: 'topic_id', type: 'int' })
  topicId!: number;

  @Column({ type: 'text' })
  kind!: LabelKind;

  @Column({ name: 'from_at', type: 'timestamptz' })
  from!: Date;

  @Column({ name: 'to_at', type: 'timestamptz' })
  to!: Date;

  /** Why it was nothing. */
  @Column({ type: 'text', nullable: true })
  reason!: NoEventReason | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'by_id', type: 'int' })
  byId!: number;

  /** As it was then. */
  @Column({ name: 'by_name', type: 'text' })
  byName!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

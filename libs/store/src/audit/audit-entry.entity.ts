import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('int', { name: 'person_id', nullable: true })
  personId!: number | null;

  /** As the person was called then: the list outlives accounts. */
  @Column('text', { name: 'person_name', nullable: true })
  personName!: string | null;

  @Column('text')
  action!: string;

  @Column('text')
  subject!: string;

  @Column('jsonb')
  details!: Record<string, unknown>;
}

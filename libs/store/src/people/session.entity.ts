import type { ProofMethod } from '@sturmwarte/domain';
import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { PersonEntity } from './person.entity.js';

@Entity('session')
export class SessionEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text')
  csrf!: string;

  @Column('int', { name: 'person_id' })
  personId!: number;

  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonEntity>;

  /** Browser and system, in a few words. */
  @Column('text')
  device!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** When the person last proved who they are; null for sessions older than the question. */
  @Column('timestamptz', { name: 'proven_at', nullable: true })
  provenAt!: Date | null;

  @Column('text', { name: 'proven_by', nullable: true })
  provenBy!: ProofMethod | null;
}

import type { Role } from '@sturmwarte/domain';
import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  name!: string;

  /** As typed; shown. */
  @Column('text')
  email!: string;

  /** Lower case; one account each. */
  @Column('text', { name: 'email_key' })
  emailKey!: string;

  @Column('text')
  language!: 'de' | 'en';

  /** Argon2id; null until an invitation was accepted. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('boolean')
  active!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: Date | null;

  /** An administrator took the second factors away, and the person has not read it yet. */
  @Column('timestamptz', { name: 'factors_reset_at', nullable: true })
  factorsResetAt!: Date | null;

  @Column('text', { name: 'factors_reset_by', nullable: true })
  factorsResetBy!: string | null;

  @OneToMany(() => PersonGrantEntity, (grant) => grant.person)
  grants!: Relation<PersonGrantEntity>[];
}

@Entity('person_grant')
export class PersonGrantEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('int', { name: 'person_id' })
  personId!: number;

  @ManyToOne(() => PersonEntity, (person) => person.grants)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonEntity>;

  @Column('text')
  role!: Role;

  @Column('int', { name: 'brand_id', nullable: true })
  brandId!: number | null;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** What is being counted: an account or an address, hashed. */
  @Column('text')
  subject!: string;

  @Column('timestamptz')
  at!: Date;
}

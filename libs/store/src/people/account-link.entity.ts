import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type AccountLinkKind = 'setup' | 'invitation' | 'password-reset';

@Entity('account_link')
export class AccountLinkEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text')
  kind!: AccountLinkKind;

  /** Null for the set-up link: there is nobody yet. */
  @Column('int', { name: 'person_id', nullable: true })
  personId!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}

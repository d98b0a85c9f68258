import 'reflect-metadata';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The columns of our own table, as TypeORM's handbook would write them. */
@Entity('naive_mention')
@Unique(['source', 'externalId'])
export class NaiveMention {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('int')
  space!: number;

  @Column('int')
  source!: number;

  @Column('text')
  externalId!: string;

  @Column('text')
  channel!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  author!: string | null;

  @Column('int', { nullable: true })
  followers!: number | null;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  lang!: string | null;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('timestamptz')
  observedAt!: Date;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('int')
  minute!: number;

  @Column('boolean')
  backfill!: boolean;

  @Column('bigint')
  version!: string;

  @Column('int', { array: true })
  topics!: number[];

  @Column('smallint')
  negative!: number;
}

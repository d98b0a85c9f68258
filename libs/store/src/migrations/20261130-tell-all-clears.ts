import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to when each person has heard of all-clears: who was away hears of the others at the next sign-in. */
export class TellAllClears1796000400000 implements MigrationInterface {
  readonly name = 'TellAllClears1796000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table all_clear_told (
         person_id int primary key references person on delete cascade,
         until timestamptz not null)`,
    );
    // What ended before this could be told is no news.
    await runner.query('insert into all_clear_told select id, now() from person');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table all_clear_told');
  }
}

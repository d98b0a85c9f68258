import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mute that keeps a crowd quiet says so. */
export class TellLoudMutes1796058000000 implements MigrationInterface {
  readonly name = 'TellLoudMutes1796058000000';

  async up(runner: QueryRunner): Promise<void> {
    // When people were told last.
    await runner.query('alter table mute add loud_at timestamptz');
    await runner.query('alter table mute_event drop constraint mute_event_kind_check');
    await runner.query(
      `alter table mute_event add constraint mute_event_kind_check
         check (kind in ('set', 'extended', 'loud', 'warned', 'ended', 'ended-early'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from mute_event where kind = 'loud'`);
    await runner.query('alter table mute_event drop constraint mute_event_kind_check');
    await runner.query(
      `alter table mute_event add constraint mute_event_kind_check
         check (kind in ('set', 'extended', 'warned', 'ended', 'ended-early'))`,
    );
    await runner.query('alter table mute drop loud_at');
  }
}

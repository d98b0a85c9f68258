import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number of one's own instead of what a choice gives the score. Topics that exist keep what their choice gives. */
export class SetHeadStarts1796065200000 implements MigrationInterface {
  readonly name = 'SetHeadStarts1796065200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table topic add head_start double precision check (head_start between -1 and 0.95)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table topic drop head_start');
  }
}

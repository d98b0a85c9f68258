import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How easily a topic alarms. Topics that exist keep what they have had: standard. */
export class GiveTopicsSensitivity1796001000000 implements MigrationInterface {
  readonly name = 'GiveTopicsSensitivity1796001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table topic add sensitivity text not null default 'standard'
         check (sensitivity in ('quiet', 'standard', 'sensitive'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table topic drop sensitivity');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a topic stays quiet after an alarm. Topics that exist keep what they have had: no rest. */
export class RestAfterAlarms1796043600000 implements MigrationInterface {
  readonly name = 'RestAfterAlarms1796043600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table topic add cooldown_minutes integer not null default 0
         check (cooldown_minutes between 0 and 10080)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table topic drop cooldown_minutes');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A source that is one outlet says of which tier it is; its mentions then count on the media side of the scale. */
export class TierSources1796036400000 implements MigrationInterface {
  readonly name = 'TierSources1796036400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table source add outlet_tier text not null default 'none'
         check (outlet_tier in ('none', 'blog', 'online', 'print', 'broadcast'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source drop outlet_tier');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['listened', 'aggressive', 'calls', 'praise'];

/**
 * What the first look heard in the wording of a mention (bits, see `TONE`), and how many mentions of a minute say so.
 * Of mentions from before nobody knows: they were not listened to, and count as such.
 */
export class HearTones1796018400000 implements MigrationInterface {
  readonly name = 'HearTones1796018400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mention add tone smallint not null default 0');
    const columns = KINDS.flatMap((kind) => [kind, `gone_${kind}`]);
    const added = columns.map((column) => `add ${column} int not null default 0`);
    await runner.query(`alter table topic_minute ${added.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const columns = KINDS.flatMap((kind) => [kind, `gone_${kind}`]);
    const dropped = columns.map((column) => `drop ${column}`);
    await runner.query(`alter table topic_minute ${dropped.join(', ')}`);
    await runner.query('alter table mention drop tone');
  }
}

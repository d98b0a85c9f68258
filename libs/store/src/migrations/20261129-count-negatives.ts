import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many mentions of a minute are judged negative at present (500 thousandths or more), beside the sum of their
 * probabilities: plain rules count mentions. What retention took away earlier is counted in neither column.
 */
export class CountNegatives1795910400000 implements MigrationInterface {
  readonly name = 'CountNegatives1795910400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table topic_minute
         add negative_count int not null default 0, add gone_negative_count int not null default 0`,
    );
    await runner.query(
      `update topic_minute t set negative_count = s.judged
       from (select h.topic_id, h.minute, count(*) as judged
         from hit h join mention m on m.id = h.mention_id
         left join judgement j on j.mention_id = h.mention_id
         where coalesce(j.negative, m.negative) >= 500 group by 1, 2) s
       where t.topic_id = s.topic_id and t.minute = s.minute`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table topic_minute drop negative_count, drop gone_negative_count');
  }
}

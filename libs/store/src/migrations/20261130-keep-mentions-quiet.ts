import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mutes of sources, authors and copies: which hits do not count because of one, and how many there were. */
export class KeepMentionsQuiet1796050800000 implements MigrationInterface {
  readonly name = 'KeepMentionsQuiet1796050800000';

  async up(runner: QueryRunner): Promise<void> {
    // Nobody could mute a phrase so far; its check goes with the column.
    await runner.query('alter table mute drop column phrase, drop constraint mute_kind_check');
    await runner.query(`
      alter table mute
        add constraint mute_kind_check check (kind in ('topic', 'source', 'author', 'copies')),
        -- the mention whose copies are muted, and what they are known by: hashes, gone when the mute has ended
        add mention_id bigint,
        add sketch bigint[],
        add only_topic_id int references topic on delete cascade,
        add check ((kind = 'copies') = (mention_id is not null)),
        add check (kind = 'copies' or sketch is null),
        add check (kind <> 'topic' or only_topic_id is null)`);
    await runner.query('create index mute_only_topic on mute (only_topic_id)');
    // Null: it counts. Else it is stored and shown, and no counter holds it.
    await runner.query('alter table hit add mute_id int');
    await runner.query(
      'create index hit_quiet on hit (mute_id, mention_id) where mute_id is not null',
    );
    // Hits a mute kept from counting, by topic and minute; under topic 0 its mentions, each once. Like topic_minute it
    // survives retention.
    await runner.query(`
      create table quiet_minute (
        mute_id int not null,
        topic_id int not null,
        minute int not null,
        mentions int not null,
        primary key (mute_id, topic_id, minute)
      ) with (fillfactor = 70)`);
    await runner.query('create index quiet_minute_topic on quiet_minute (topic_id, minute)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table quiet_minute');
    await runner.query('drop index hit_quiet');
    await runner.query('alter table hit drop mute_id');
    await runner.query(`delete from mute where kind <> 'topic'`);
    await runner.query(
      'alter table mute drop only_topic_id, drop mention_id, drop sketch, drop constraint mute_kind_check',
    );
    await runner.query(`
      alter table mute add phrase text,
        add constraint mute_kind_check check (kind in ('topic', 'source', 'author', 'phrase')),
        add check ((kind = 'phrase') = (phrase is not null))`);
  }
}

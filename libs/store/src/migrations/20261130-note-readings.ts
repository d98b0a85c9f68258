import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a text a person read last: they are shown what has changed since. */
export class NoteReadings1796011200000 implements MigrationInterface {
  readonly name = 'NoteReadings1796011200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wording_reading (
        person_id int not null references person on delete cascade,
        incident_id int not null references incident on delete cascade,
        -- the entry the statement was born in
        statement int not null,
        channel text not null,
        language text not null,
        version int not null,
        primary key (person_id, incident_id, statement, channel, language)
      )`);
    await runner.query('create index wording_reading_incident on wording_reading (incident_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table wording_reading');
  }
}

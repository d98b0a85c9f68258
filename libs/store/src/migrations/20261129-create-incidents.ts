import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DOWN, UP } from './20261129-create-incidents.sql.js';

export class CreateIncidents1795953600000 implements MigrationInterface {
  readonly name = 'CreateIncidents1795953600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

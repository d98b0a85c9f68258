import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DOWN, UP } from './20261122-create-house.sql.js';

export class CreateHouse1795305600000 implements MigrationInterface {
  readonly name = 'CreateHouse1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

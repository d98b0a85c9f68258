import type { EntityManager } from 'typeorm';

/** A running transaction: everything done through it becomes true together, or not at all. */
export class Tx {
  constructor(readonly manager: EntityManager) {}

  /** Rows of a plain SQL statement; for insert, update and delete those of its `returning`. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.manager.queryRunner;
    if (!runner) throw new Error('a transaction has ended');
    const result = await runner.query(sql, [...params], true);
    return result.records as Row[];
  }
}

import { DomainError } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/** Somebody who knew the password and has yet to show the second factor. */
export interface SignInStep {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
}

export class SignInStepRepository {
  constructor(private readonly db: Database) {}

  async create(
    step: { readonly tokenHash: Buffer; readonly personId: number; readonly expiresAt: number },
    tx: Tx,
  ): Promise<void> {
    await tx.query(
      'insert into sign_in_step (token_hash, person_id, expires_at) values ($1, $2, $3)',
      [step.tokenHash, step.personId, new Date(step.expiresAt)],
    );
  }

  /** Refuses `sign-in-expired`, also where the account was deactivated meanwhile. */
  async find(tokenHash: Buffer, now: number): Promise<SignInStep> {
    const [step] = await this.db.dataSource.query<SignInStep[]>(
      `select s.id, s.person_id as "personId", p.name
       from sign_in_step s join person p on p.id = s.person_id and p.active
       where s.token_hash = $1 and s.expires_at > $2`,
      [tokenHash, new Date(now)],
    );
    if (!step) throw new DomainError('sign-in-expired');
    return step;
  }

  /** Uses the step up. Refuses `sign-in-expired` when somebody else was quicker. */
  async use(id: number, tx: Tx): Promise<void> {
    const rows = await tx.query('delete from sign_in_step where id = $1 returning id', [id]);
    if (rows.length === 0) throw new DomainError('sign-in-expired');
  }

  /** Nobody goes on with what they began: the password or the factors have changed. */
  async endAll(personId: number, tx: Tx): Promise<void> {
    await tx.query('delete from sign_in_step where person_id = $1', [personId]);
  }

  async sweep(now: number): Promise<void> {
    await this.db.dataSource.query('delete from sign_in_step where expires_at <= $1', [
      new Date(now),
    ]);
  }
}

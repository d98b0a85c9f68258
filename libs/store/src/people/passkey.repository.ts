import { DomainError } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';

export interface StoredPasskey {
  readonly id: number;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}
export type NewPasskey = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'name'
>;
export type ChallengePurpose = 'register' | 'prove';
/** Who was asked: a session, or somebody between password and second factor. */
export type ChallengeOwner = { readonly sessionId: number } | { readonly stepId: number };

export class PasskeyRepository {
  constructor(private readonly db: Database) {}

  list(personId: number): Promise<StoredPasskey[]> {
    return this.db.dataSource.query<StoredPasskey[]>(
      `select id, credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter,
         transports, name, created_at as "createdAt", last_used_at as "lastUsedAt"
       from passkey where person_id = $1 order by id`,
      [personId],
    );
  }

  /** Refuses `name-taken`, and `already-so` for a key that is registered. */
  async add(personId: number, key: NewPasskey, now: number, tx: Tx): Promise<void> {
    try {
      await tx.query(
        `insert into passkey (person_id, credential_id, public_key, counter, transports, name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          personId,
          key.credentialId,
          key.publicKey,
          key.counter,
          key.transports,
          key.name,
          new Date(now),
        ],
      );
    } catch (error) {
      if (violates(error, 'passkey_person_id_name_key')) throw new DomainError('name-taken');
      if (violates(error, 'passkey_credential_id_key')) throw new DomainError('already-so');
      throw error;
    }
  }

  /**
   * Notes a use with the key's own count of uses; false when that count did not grow, as a copied key's would not.
   * Keys that do not count always say 0.
   */
  async use(id: number, counter: number, now: number): Promise<boolean> {
    const { rowCount } = await this.db.pool.query(
      `update passkey set counter = $2, last_used_at = $3
       where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
      [id, counter, new Date(now)],
    );
    return rowCount === 1;
  }

  /** The name of the removed key. */
  async remove(personId: number, id: number, tx: Tx): Promise<string> {
    const [gone] = await tx.query<{ name: string }>(
      'delete from passkey where person_id = $1 and id = $2 returning name',
      [personId, id],
    );
    if (!gone) throw new DomainError('not-found', { what: 'passkey', id });
    return gone.name;
  }

  async removeAll(personId: number, tx: Tx): Promise<void> {
    await tx.query('delete from passkey where person_id = $1', [personId]);
  }

  /** A new question; earlier ones to the same asker stop counting. */
  async ask(
    owner: ChallengeOwner,
    purpose: ChallengePurpose,
    challenge: string,
    expiresAt: number,
    tx: Tx,
  ): Promise<void> {
    const [sessionId, stepId] = idsOf(owner);
    await tx.query(
      `delete from passkey_challenge where purpose = $1
         and session_id is not distinct from $2 and step_id is not distinct from $3`,
      [purpose, sessionId, stepId],
    );
    await tx.query(
      `insert into passkey_challenge (challenge, purpose, session_id, step_id, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [challenge, purpose, sessionId, stepId, new Date(expiresAt)],
    );
  }

  /** Uses a question up; false when it was not asked here, for this, or not lately. */
  async take(
    owner: ChallengeOwner,
    purpose: ChallengePurpose,
    challenge: string,
    now: number,
  ): Promise<boolean> {
    const [sessionId, stepId] = idsOf(owner);
    const { rowCount } = await this.db.pool.query(
      `delete from passkey_challenge where challenge = $1 and purpose = $2 and expires_at > $5
         and session_id is not distinct from $3 and step_id is not distinct from $4`,
      [challenge, purpose, sessionId, stepId, new Date(now)],
    );
    return rowCount === 1;
  }

  async sweep(now: number): Promise<void> {
    await this.db.dataSource.query('delete from passkey_challenge where expires_at <= $1', [
      new Date(now),
    ]);
  }
}

function idsOf(owner: ChallengeOwner): [sessionId: number | null, stepId: number | null] {
  return 'sessionId' in owner ? [owner.sessionId, null] : [null, owner.stepId];
}

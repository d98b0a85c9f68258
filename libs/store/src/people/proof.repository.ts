import type { Factors, Proof, ProofMethod } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/** A session's last proof of identity beside what its person could prove it with. */
export interface ProofState {
  readonly proof: Proof | null;
  readonly factors: Factors;
}

interface StateRow {
  readonly provenAt: Date | null;
  readonly provenBy: ProofMethod | null;
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

const FACTORS = `
  exists (select from person_totp t where t.person_id = p.id and t.confirmed_at is not null) as totp,
  (select count(*)::int from passkey k where k.person_id = p.id) as passkeys,
  (select count(*)::int from recovery_code c where c.person_id = p.id and c.used_at is null) as "recoveryCodes"`;

/** Proofs of identity, kept with their session: they outlive a restart, and every server of a house sees them. */
export class ProofRepository {
  constructor(private readonly db: Database) {}

  /** Null when the session has ended. */
  async stateOf(sessionId: number, tx?: Tx): Promise<ProofState | null> {
    const [row] = await this.query<StateRow>(
      `select s.proven_at as "provenAt", s.proven_by as "provenBy", ${FACTORS}
       from session s join person p on p.id = s.person_id where s.id = $1`,
      [sessionId],
      tx,
    );
    if (!row) return null;
    const { provenAt, provenBy, ...factors } = row;
    const proof = provenAt && provenBy ? { at: provenAt.getTime(), by: provenBy } : null;
    return { proof, factors };
  }

  async factorsOf(personId: number, tx?: Tx): Promise<Factors> {
    const [row] = await this.query<Factors>(
      `select ${FACTORS} from person p where p.id = $1`,
      [personId],
      tx,
    );
    return row ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
  }

  async note(sessionId: number, { at, by }: Proof, tx: Tx): Promise<void> {
    await tx.query('update session set proven_at = $2, proven_by = $3 where id = $1', [
      sessionId,
      new Date(at),
      by,
    ]);
  }

  private query<Row>(sql: string, params: readonly unknown[], tx?: Tx): Promise<Row[]> {
    return tx ? tx.query(sql, params) : this.db.dataSource.query<Row[]>(sql, [...params]);
  }
}

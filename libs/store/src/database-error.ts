/**
 * Why a database cannot be used. The sentences a person reads are written where they are shown.
 *
 * - `unreachable`  {host, port, reason}
 * - `refused`      {host, port, reason}: it answers, but does not let us in (user, password, TLS, unknown database)
 * - `too-old`      {found, needed}
 * - `newer-schema` {migration}: a newer version of this product has already changed the schema
 */
export type DatabaseErrorCode = 'unreachable' | 'refused' | 'too-old' | 'newer-schema';

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly code: DatabaseErrorCode,
    readonly params: Readonly<Record<string, string | number>>,
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }
}

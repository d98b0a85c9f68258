/**
 * Why a backup or a restore stopped. `place` is always a byte of the file.
 *
 * - `file-exists`    {file}
 * - `file-unusable`  {file, reason}
 * - `nothing-there`  {}: the database to back up holds no schema of ours
 * - `not-a-backup`   {}
 * - `newer-format`   {found, known}
 * - `newer-schema`   {migration}: made by a newer version of this product
 * - `truncated`      {table, place}
 * - `damaged`        {table, place, reason}
 * - `not-empty`      {rows}: rows of people, brands, sources, topics and mentions
 * - `foreign-tables` {table}: the database belongs to something else
 * - `in-use`         {sessions}: a server works on it
 */
export type BackupErrorCode =
  | 'file-exists'
  | 'file-unusable'
  | 'nothing-there'
  | 'not-a-backup'
  | 'newer-format'
  | 'newer-schema'
  | 'truncated'
  | 'damaged'
  | 'not-empty'
  | 'foreign-tables'
  | 'in-use';

export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly code: BackupErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }
}

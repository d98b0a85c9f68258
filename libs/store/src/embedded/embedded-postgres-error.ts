/**
 * Everything that can keep the embedded database from running. The sentences a person reads are
 * written where they are shown (the server's start, tools/start); `params` carries what they name.
 *
 * - `unsupportedPlatform`  {platform}: no PostgreSQL is packaged for this machine; set DATABASE_URL
 * - `binariesMissing`      {package}: the npm package is absent or damaged; install again
 * - `rootRefused`          {dataDir}: started as root where no other user can reach the files
 * - `dataDirNotWritable`   {dataDir, reason}
 * - `dataDirBroken`        {dataDir, reason, logFile}: the files are not a database we can start
 * - `wrongMajorVersion`    {dataDir, found, needed}
 * - `noDiskSpace`          {dataDir, freeMb, neededMb}
 * - `portInUse`            {port}: only for a port that was asked for; a chosen one moves by itself
 * - `busy`                 {dataDir, pid}: another process has been starting it for too long
 * - `startTimeout`         {seconds, logFile}
 * - `startFailed`          {reason, logFile}: the server stopped at once for any other reason
 */
export type EmbeddedPostgresErrorCode =
  | 'unsupportedPlatform'
  | 'binariesMissing'
  | 'rootRefused'
  | 'dataDirNotWritable'
  | 'dataDirBroken'
  | 'wrongMajorVersion'
  | 'noDiskSpace'
  | 'portInUse'
  | 'busy'
  | 'startTimeout'
  | 'startFailed';

export type EmbeddedPostgresErrorParams = Readonly<Record<string, string | number>>;

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    readonly params: EmbeddedPostgresErrorParams,
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }
}

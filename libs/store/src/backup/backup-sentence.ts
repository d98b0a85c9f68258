import type { BackupError } from './backup-error.js';

/** One clear English sentence and a way out, for the person at the terminal. */
export function backupSentence({ code, params }: BackupError): string {
  const p = (name: string) => String(params[name]);
  switch (code) {
    case 'file-exists':
      return `${p('file')} exists already and is left as it is: choose another name.`;
    case 'file-unusable':
      return `${p('file')} cannot be opened (${p('reason')}): check its name, its folder and who may use it.`;
    case 'nothing-there':
      return 'There is nothing to back up: no Sturmwarte server has ever started on this database. Check DATABASE_URL and DATA_DIR.';
    case 'not-a-backup':
      return 'The file is not a backup of Sturmwarte, or its beginning is damaged. Nothing was changed.';
    case 'newer-format':
      return `The backup has format ${p('found')}, this version reads up to ${p('known')}: restore it with the version that made it. Nothing was changed.`;
    case 'newer-schema':
      return `The backup was made by a newer version of Sturmwarte (${p('migration')}): restore it with that version. Nothing was changed.`;
    case 'truncated':
      return `The backup ends too early, ${inTable(p('table'))} at byte ${p('place')}: it was not copied whole. Nothing was changed.`;
    case 'damaged':
      return `The backup is damaged ${inTable(p('table'))} at byte ${p('place')} (${p('reason')}): use another one. Nothing was changed.`;
    case 'not-empty':
      return `The database is not empty (${p('rows')} rows). Restore into an empty one, or add --force to replace everything in it by the backup.`;
    case 'foreign-tables':
      return `The database holds tables that are not Sturmwarte's (${p('table')}), which are never touched: restore into a database of its own.`;
    case 'in-use':
      return `A server is working on this database (${p('sessions')} connections): stop it first.`;
  }
}

function inTable(table: string): string {
  return table === '' ? 'before its first table' : `in table ${table}`;
}

export { BackupError, type BackupErrorCode } from './backup-error.js';
export { backupSentence } from './backup-sentence.js';
export { restoreBackup, type RestoreOptions, type RestoreReport } from './restore-backup.js';
export { writeBackup, type BackupOptions, type BackupReport } from './write-backup.js';

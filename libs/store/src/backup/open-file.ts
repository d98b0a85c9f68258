import { open, type FileHandle } from 'node:fs/promises';
import { BackupError } from './backup-error.js';

/** @throws BackupError `file-unusable` */
export async function openFile(file: string, how: 'read' | 'write'): Promise<FileHandle> {
  try {
    return await open(file, how === 'read' ? 'r' : 'w', 0o600);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new BackupError('file-unusable', { file, reason }, { cause });
  }
}

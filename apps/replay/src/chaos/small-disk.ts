import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHUNK = Buffer.alloc(1_048_576, 1);

/** A disk in memory. Root only. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<void> {
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder]);
}

export async function unmount(folder: string): Promise<void> {
  await run('umount', ['--lazy', folder]).catch(() => undefined);
}

/** Whether this machine lets us mount one. */
export async function canMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = await mkdtemp(join(tmpdir(), 'sturmwarte-mount-'));
  try {
    await mountSmallDisk(folder, 1);
    await unmount(folder);
    return true;
  } catch {
    return false; // a container without the right to mount
  } finally {
    await rmdir(folder).catch(() => undefined);
  }
}

/** Fills a disk to the last kilobyte. @returns how to free it again */
export async function fillDisk(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'ballast');
  const file = await open(path, 'w');
  let size = CHUNK.length;
  try {
    while (size >= 4_096) {
      try {
        const { bytesWritten } = await file.write(CHUNK, 0, size);
        if (bytesWritten < size) size >>= 1;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size >>= 1;
      }
    }
  } finally {
    await file.close();
  }
  return () => rm(path, { force: true });
}

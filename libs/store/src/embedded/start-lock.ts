import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive } from './postmaster.js';

const waitMs = 120_000;
let attempts = 0;

/**
 * Runs `work` while no other process starts or stops the same folder's server. A lock left by a
 * dead process is taken over.
 * @throws EmbeddedPostgresError `busy` after two minutes
 */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'lock');
  // The content is complete before the name exists: nobody ever reads a half-written lock.
  const mine = `${lock}.${process.pid}.${++attempts}`;
  await writeFile(mine, String(process.pid), { mode: 0o600 });
  try {
    await take(dataDir, lock, mine);
    return await work();
  } finally {
    if ((await inode(lock)) === (await inode(mine))) await rm(lock, { force: true });
    await rm(mine, { force: true });
  }
}

async function take(dataDir: string, lock: string, mine: string): Promise<void> {
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      await link(mine, lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await breakLock(lock, mine, holder);
    else if (Date.now() > until) {
      throw new EmbeddedPostgresError('busy', { dataDir, pid: holder });
    } else await sleep(50);
  }
}

/** Moves the dead process's lock away; if a living one slipped in meanwhile, puts it back. */
async function breakLock(lock: string, mine: string, holder: number): Promise<void> {
  const moved = `${mine}.stale`;
  await rename(lock, moved).catch(() => undefined); // someone else was quicker
  const found = await readFile(moved, 'utf8').catch(() => '');
  if (found !== '' && Number(found) !== holder) await link(moved, lock).catch(() => undefined);
  await rm(moved, { force: true });
}

async function inode(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.ino;
}

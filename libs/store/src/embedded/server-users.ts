import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderLayout } from './folder-layout.js';
import { isAlive } from './postmaster.js';

let joined = 0;

/** Notes that this process uses the server. @returns the name to leave with */
export async function joinUsers(layout: FolderLayout): Promise<string> {
  await mkdir(layout.users, { recursive: true, mode: 0o700 });
  await livingUsers(layout);
  const name = `${process.pid}.${++joined}`;
  await writeFile(join(layout.users, name), '', { mode: 0o600 });
  return name;
}

/** @returns whether nobody else uses the server now */
export async function leaveUsers(layout: FolderLayout, name: string): Promise<boolean> {
  await rm(join(layout.users, name), { force: true });
  return (await livingUsers(layout)) === 0;
}

/** Counts the users, and forgets those whose process died without leaving. */
async function livingUsers(layout: FolderLayout): Promise<number> {
  let living = 0;
  for (const entry of await readdir(layout.users).catch(() => [])) {
    if (isAlive(Number.parseInt(entry, 10))) living += 1;
    else await rm(join(layout.users, entry), { force: true });
  }
  return living;
}

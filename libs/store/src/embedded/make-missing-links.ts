import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * Makes the symbolic links a binary package lists in `pg-symlinks.json`: npm tarballs hold none,
 * and the package's own install script may be denied.
 * @param root folder of the package
 */
export async function makeMissingLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(root, link.target);
    const exists = await lstat(path).catch(() => undefined);
    if (exists) continue;
    // Links always point into their own folder. A second starter may have been quicker.
    await symlink(basename(link.source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

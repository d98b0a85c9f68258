import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where Debian packages of the peers are unpacked. */
export const debianRoot = (folder: string): string => join(folder, 'debian');

/** The first of the names that can be run: from the peers' folder, else as installed; null where there is none. */
export async function findProgram(
  folder: string,
  names: readonly string[],
): Promise<string | null> {
  const installed = (process.env['PATH'] ?? '').split(delimiter);
  for (const directory of [join(debianRoot(folder), 'usr/bin'), ...installed]) {
    for (const name of names) {
      const path = join(directory, name);
      const found = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (found) return path;
    }
  }
  return null;
}

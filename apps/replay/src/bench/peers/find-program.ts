import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

/** Where Debian packages of the peers are unpacked. */
export const debianRoot = (folder: string): string => join(folder, 'debian');

/** Where Debian keeps what Alertmanager needs beside its program. */
export const ALERTMANAGER_PLACE = 'usr/share/prometheus/alertmanager';
export const ALERTMANAGER_NAMES = ['prometheus-alertmanager', 'alertmanager'] as const;

/** The directory an Alertmanager has to be started in; undefined: any. */
export async function homeOfAlertmanager(program: string): Promise<string | undefined> {
  const place = join(dirname(program), '../..', ALERTMANAGER_PLACE);
  return access(place).then(
    () => place,
    () => undefined,
  );
}

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

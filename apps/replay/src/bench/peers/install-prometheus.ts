import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ALERTMANAGER_NAMES, ALERTMANAGER_PLACE, debianRoot } from './find-program.js';
import { relocate } from './relocate.js';
import { runQuietly } from './run-quietly.js';

const PACKAGES = ['prometheus', 'prometheus-alertmanager'] as const;

/**
 * Fetches Debian's packages with the machine's own sources and unpacks them into the folder. Package lists are fetched into
 * the folder as well: no rights needed, and nothing outside changes. Throws with the reason.
 */
export async function installPrometheus(folder: string): Promise<void> {
  const apt = resolve(folder, 'apt');
  for (const place of ['lists/partial', 'cache/archives/partial', 'packages']) {
    await mkdir(join(apt, place), { recursive: true });
  }
  const own = [
    ...['-o', `Dir::State::lists=${join(apt, 'lists')}`],
    ...['-o', `Dir::Cache=${join(apt, 'cache')}`],
  ];
  const fetched = join(apt, 'packages');
  try {
    await runQuietly('apt-get', ['update', ...own], apt);
    await runQuietly('apt-get', ['download', ...own, ...PACKAGES], fetched);
    const root = debianRoot(folder);
    await mkdir(root, { recursive: true });
    for (const file of await readdir(fetched)) {
      if (file.endsWith('.deb')) await runQuietly('dpkg', ['-x', join(fetched, file), root], apt);
    }
    const alertmanager = join(root, 'usr/bin', ALERTMANAGER_NAMES[0]);
    await writeFile(alertmanager, relocate(await readFile(alertmanager), `/${ALERTMANAGER_PLACE}`));
  } finally {
    await rm(apt, { recursive: true, force: true });
  }
}

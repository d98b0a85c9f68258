import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the console's build lies: beside this app, in the workspace and in the image alike. */
export function builtConsole(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '../../../console/dist');
}

/** Addresses (`/assets/x.js`) of every file in a folder; compressed twins are not addresses of their own. */
export function addressesIn(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Set(
    files.filter((file) => !/\.(br|gz)$/.test(file)).map((file) => `/${file.split(sep).join('/')}`),
  );
}

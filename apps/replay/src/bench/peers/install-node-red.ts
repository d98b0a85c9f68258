import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runQuietly } from './run-quietly.js';

/** Runs on Node 20; needs no install script of anybody. */
export const NODE_RED = '4.1.15';

const homeOf = (folder: string): string => resolve(folder, 'node-red');

/** Its program and the package.json it is required from; null where it is not installed at this version. */
export async function findNodeRed(
  folder: string,
): Promise<{ readonly program: string; readonly manifest: string } | null> {
  const home = join(homeOf(folder), 'node_modules/node-red');
  const manifest = join(home, 'package.json');
  const text = await readFile(manifest, 'utf8').catch(() => null);
  if (text === null || (JSON.parse(text) as { version: string }).version !== NODE_RED) return null;
  return { program: join(home, 'red.js'), manifest };
}

/** From the npm registry into the folder, without running anybody's scripts. Throws with the reason. */
export async function installNodeRed(folder: string): Promise<void> {
  const home = homeOf(folder);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{ "name": "peers", "private": true }\n');
  const flags = ['--ignore-scripts', '--save-exact', '--no-audit', '--no-fund'];
  await runQuietly(
    'npm',
    ['install', '--prefix', home, '--workspaces=false', ...flags, `node-red@${NODE_RED}`],
    home,
  );
}

// `npm run backup` and `npm run restore`: prepares, then has the server's program do it.
import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Obstacle, prepare, root } from './prepare.mjs';
import { runChild } from './run-child.mjs';

/** @param task 'backup' (--out FILE) or 'restore' (--in FILE [--force]) */
export async function copyHouse(task) {
  try {
    const args = read(task);
    prepare();
    const server = join(root, 'apps/api/dist/main.js');
    const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' };
    process.exitCode = await runChild(['--enable-source-maps', server, ...args], env);
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    console.error(`[sturmwarte] ${error.message}`);
    process.exitCode = 1;
  }
}

function read(task) {
  const usage =
    task === 'backup'
      ? 'Usage: npm run backup -- --out FILE'
      : 'Usage: npm run restore -- --in FILE [--force]';
  const name = task === 'backup' ? 'out' : 'in';
  const options = { [name]: { type: 'string' }, force: { type: 'boolean', default: false } };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch {
    throw new Obstacle(usage);
  }
  if (!values[name] || (values.force && task === 'backup')) throw new Obstacle(usage);
  return [`--${task}`, fromHere(values[name]), ...(values.force ? ['--force'] : [])];
}

/** npm changes to the workspace's folder; a file is named from where the person stands. */
function fromHere(file) {
  return isAbsolute(file) ? file : join(process.env.INIT_CWD ?? process.cwd(), file);
}

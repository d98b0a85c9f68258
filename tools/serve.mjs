// The second half of `npm start`: prepares, then runs the server with the same arguments.
import { join } from 'node:path';
import { Obstacle, prepare, root, say } from './prepare.mjs';
import { runChild } from './run-child.mjs';

try {
  prepare();
  say('Starting the server.');
  const server = join(root, 'apps/api/dist/main.js');
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' };
  process.exitCode = await runChild(
    ['--enable-source-maps', server, ...process.argv.slice(2)],
    env,
    { tied: true },
  );
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  console.error(`[sturmwarte] ${error.message}`);
  process.exitCode = 1;
}

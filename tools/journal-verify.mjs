// npm run journal:verify [-- FILE... | --database URL] [--lang de|en]: looks for every flipped byte, removed or reordered
// entry. Files are journals exported by the server; they need no server and no database. Without files every journal of
// the database is checked, also while the server runs. Ends with 1 when something is wrong.
// The rest is loaded after the version check, so that an old Node reads nothing it cannot parse.
import { requireNode } from './require-node.mjs';

requireNode();
Promise.all([import('./prepare.mjs'), import('./run-child.mjs'), import('node:path')]).then(
  async ([{ Obstacle, prepare, root }, { runChild }, { isAbsolute, join }]) => {
    const fromHere = (file) =>
      isAbsolute(file) ? file : join(process.env.INIT_CWD ?? process.cwd(), file);
    // npm changes to the workspace's folder; a file is named from where the person stands.
    const args = [];
    let value = false;
    for (const arg of process.argv.slice(2)) {
      args.push(value || arg.startsWith('-') ? arg : fromHere(arg));
      value = !value && ['--database', '--lang'].includes(arg);
    }
    try {
      prepare();
      const server = join(root, 'apps/api/dist/main.js');
      const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' };
      const program = ['--enable-source-maps', server, '--verify-journal', ...args];
      process.exitCode = await runChild(program, env);
    } catch (error) {
      if (!(error instanceof Obstacle)) throw error;
      console.error(`[sturmwarte] ${error.message}`);
      process.exitCode = 1;
    }
  },
);

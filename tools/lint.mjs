// npm run lint [-- files...]: one ESLint process over the whole workspace. The walls between
// projects are read from Nx's cached project graph, which plain eslint never refreshes: it would
// silently judge by yesterday's tags. So the graph is made anew first.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes the project graph anew. @returns what went wrong, or undefined */
export function refreshProjectGraph() {
  const cached = join(root, '.nx/workspace-data/project-graph.json');
  rmSync(cached, { force: true });
  const nx = [join(root, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects', '--json'];
  const env = { ...process.env, NX_DAEMON: 'false' };
  const { status, stdout, stderr } = spawnSync(process.execPath, nx, { cwd: root, env });
  // Without the file ESLint would skip the walls with nothing but a warning.
  return status === 0 && existsSync(cached) ? undefined : `${stdout}${stderr}`;
}

function main() {
  const complaint = refreshProjectGraph();
  if (complaint !== undefined) {
    console.error(`The project graph could not be made:\n${complaint}`);
    return 1;
  }
  const paths = process.argv.slice(2);
  const eslint = [
    join(root, 'node_modules/eslint/bin/eslint.js'),
    '--max-warnings=0',
    ...(paths.length > 0 ? paths : ['.']),
  ];
  const env = { ...process.env, NX_DAEMON: 'false' };
  return spawnSync(process.execPath, eslint, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();

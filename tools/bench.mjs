// `npm run bench`: intake against bare COPY (arguments go there), then the way of an alarm to a screen.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const program of [
  ['apps/replay/dist/bench/main.js', ...process.argv.slice(2)],
  ['tools/bench-alert.mjs'],
]) {
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// npm run property -- --runs 1000000
// "Nothing is published that was not approved", over so many random storms; CI does ten thousand.
// A million take about three quarters of an hour on two busy cores.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('--runs takes a whole number, at least 1.');
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    'nothing-unapproved.property',
    '--selectProjects',
    'unit',
  ],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, STURMWARTE_PROPERTY_RUNS: String(runs) },
  },
);
process.exit(status ?? 1);

// What `npm start` and `npm test` need before anything else: packages and builds. Each step does
// nothing when it was done already, says what it does, and leaves its mark last: interrupted at any
// point, the next run does it again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const buildMark = join(modules, '.sturmwarte-build');
const installMb = 1500;
const runMb = 300;

/** A reason to stop that is told in one sentence, without a stack. */
export class Obstacle extends Error {}

export function say(text) {
  console.log(`[sturmwarte] ${text}`);
}

/** Installs and builds what is missing or older than its sources. @throws Obstacle */
export function prepare() {
  const installed = isInstalled();
  checkDiskSpace(installed ? runMb : installMb);
  if (!installed) install();
  if (!isBuilt()) build();
}

function checkDiskSpace(neededMb) {
  const { bavail, bsize } = statfsSync(root);
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMb < neededMb) {
    throw new Obstacle(
      `Only ${freeMb} MB are free on the disk of ${root}, ${neededMb} MB are needed. Free some space and run the same command again.`,
    );
  }
}

// --- packages ---------------------------------------------------------------------------------

/** npm writes its own record into node_modules as the last thing it does. */
function isInstalled() {
  const record = readJson(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages);
  return wanted.every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = record.packages[path];
    // Optional ones are missing on the platforms they are not for.
    if (found === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return entry.link ? found.link : found.version === entry.version;
  });
}

function install() {
  say('Installing packages (npm ci). The first time this takes a minute or two.');
  // npm tells its scripts which npm runs them; started by hand, it is the one in the PATH.
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith('.js')
    ? run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'])
    : run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  if (error !== undefined || status !== 0) {
    throw new Obstacle(
      'The packages could not be installed (npm says why above). Mend that and run the same command again.',
    );
  }
}

// --- builds -----------------------------------------------------------------------------------

function isBuilt() {
  if (!buildable().every((folder) => existsSync(join(folder, 'dist')))) return false;
  return existsSync(buildMark) && readFileSync(buildMark, 'utf8') === fingerprint();
}

function build() {
  say('Building server and console. The first time this takes about half a minute.');
  const before = fingerprint();
  const nx = join(modules, 'nx/dist/bin/nx.js');
  const args = [nx, 'run-many', '-t', 'build', '--outputStyle=static', '--parallel=2'];
  const { status, stdout, stderr } = run(process.execPath, args, {
    stdio: 'pipe',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    throw new Obstacle('The build failed, see above.');
  }
  writeFileSync(buildMark, before);
}

function projects() {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => existsSync(join(folder, 'package.json'))),
  );
}

function buildable() {
  return projects().filter((folder) => readJson(join(folder, 'package.json')).scripts?.build);
}

/** Changes with every source file that is added, removed or written. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'nx.json']) add(join(root, name));
  for (const folder of projects()) visit(folder, add);
  return hash.digest('hex');
}

function visit(folder, add) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist') visit(path, add);
    } else if (!/spec\.tsx?$/.test(entry.name)) add(path);
  }
}

// --- small things -----------------------------------------------------------------------------

function run(file, args, options = {}) {
  return spawnSync(file, args, { cwd: root, stdio: 'inherit', ...options });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

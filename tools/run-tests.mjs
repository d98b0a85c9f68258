// The second half of `npm test`: prepares, finds a browser, starts a database, runs Jest.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { Obstacle, prepare, root, say } from './prepare.mjs';
import { runChild } from './run-child.mjs';

const summaryFile = join(root, '.sturmwarte/test-summary');
process.exitCode = await main();

async function main() {
  const started = Date.now();
  let code = 1;
  try {
    prepare();
    mkdirSync(join(root, '.sturmwarte'), { recursive: true });
    rmSync(summaryFile, { force: true });
    code = await runTests();
  } catch (error) {
    console.error(error instanceof Obstacle ? `[sturmwarte] ${error.message}` : error);
  }
  say(`Finished after ${Math.round((Date.now() - started) / 1000)} s.`);
  return close(code);
}

/** Prints the closing line, last of all. A run that left no summary counts as one failure. */
function close(code) {
  let line = '0 passed, 1 failed, 0 skipped';
  try {
    line = readFileSync(summaryFile, 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const failed = code !== 0 || !/ 0 failed,/.test(line) || line.startsWith('0 passed');
  console.log(line);
  return failed ? code || 1 : 0;
}

async function runTests() {
  const browser = await findBrowser(say);
  const database = await testServer();
  say('Running all tests. This takes a few minutes.');
  try {
    return await runChild(
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules/jest/bin/jest.js'),
        '--ci',
        ...process.argv.slice(2),
      ],
      {
        ...process.env,
        CHROMIUM: browser.executable,
        CHROMIUM_ENV: JSON.stringify(browser.env),
        TEST_DATABASE_URL: database.url,
        TEST_SUMMARY_FILE: summaryFile,
      },
    );
  } finally {
    await database.stop();
  }
}

/** The PostgreSQL server all tests share; each makes databases of its own on it. */
async function testServer() {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: () => Promise.resolve() };
  const { startEmbeddedPostgres } = await import('../libs/store/dist/embedded/index.js');
  return startEmbeddedPostgres({ dataDir: join(root, '.sturmwarte/test-postgres') });
}

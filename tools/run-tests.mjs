// The second half of `npm test`: prepares, finds a browser, starts a database, runs Jest.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { Obstacle, prepare, root, say } from './prepare.mjs';
import { runChild } from './run-child.mjs';

const summaryFile = join(root, '.sturmwarte/test-summary.json');
process.exitCode = await main();

async function main() {
  const started = Date.now();
  rmSync(summaryFile, { force: true });
  let code = 1;
  try {
    prepare();
    mkdirSync(join(root, '.sturmwarte'), { recursive: true });
    code = await runTests();
  } catch (error) {
    console.error(error instanceof Obstacle ? `[sturmwarte] ${error.message}` : error);
  }
  say(`Finished after ${Math.round((Date.now() - started) / 1000)} s.`);
  const { passed, failed, skipped } = summary();
  // A run that failed without a failing test (it crashed, or found no tests) is one failure.
  const counted = failed === 0 && (code !== 0 || passed === 0) ? 1 : failed;
  console.log(`${passed} passed, ${counted} failed, ${skipped} skipped`);
  return counted === 0 ? 0 : code || 1;
}

function summary() {
  if (!existsSync(summaryFile)) return { passed: 0, failed: 0, skipped: 0 };
  return JSON.parse(readFileSync(summaryFile, 'utf8'));
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
  const { startTestServer } = await import('../libs/store/dist/testing/shared-test-server.js');
  return startTestServer();
}

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LaunchOptions } from '@playwright/test';

/**
 * How Playwright launches the tests' browser: the one `npm test` found, else (a test run on its own)
 * the one tools/browser.mjs finds now.
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const { executable, env } = await browser();
  return {
    executablePath: executable,
    env: { ...definedOnly(process.env), ...env },
    // Root has no sandbox, and containers have little shared memory.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  };
}

interface FoundBrowser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

async function browser(): Promise<FoundBrowser> {
  const { CHROMIUM, CHROMIUM_ENV } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM_ENV !== undefined) {
    return { executable: CHROMIUM, env: JSON.parse(CHROMIUM_ENV) as FoundBrowser['env'] };
  }
  const here = dirname(fileURLToPath(import.meta.url));
  const finder = join(here, '../../../../tools/browser.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [finder]);
  return JSON.parse(stdout) as FoundBrowser;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

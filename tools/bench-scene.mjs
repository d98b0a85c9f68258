// What the measurements with a browser share: a real server with the embedded database, set up, and a real browser.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const fromE2e = createRequire(join(ROOT, 'apps/e2e/package.json'));
const { chromium } = fromE2e('@playwright/test');
export const { io } = fromE2e('socket.io-client');

/** Starts a server in an empty folder, hands over its first administrator, and clears everything away. */
export async function withHouse(work) {
  const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-bench-'));
  const server = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const [, url, token] = await hear(server, /(http:\S+)\/setup#([\w-]+)/);
    await work({ url, ...(await callerOf(url, token)) });
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function send(url, token, mentions) {
  const response = await fetch(`${url}/api/v1/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(mentions),
  });
  if (!response.ok) throw new Error(`intake: ${response.status} ${await response.text()}`);
}

export function openBrowser() {
  const { executable, env } = JSON.parse(
    execFileSync(process.execPath, [join(ROOT, 'tools/browser.mjs')], { encoding: 'utf8' }),
  );
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** A window in which somebody is signed in already; nothing is cached. */
export async function signedIn(browser, url, cookie) {
  const context = await browser.newContext({ locale: 'de-DE' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  return context;
}

/** The value below which a part (0 to 1) of them lies. */
export function at(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/** Waits for a sign on the server's terminal. */
async function hear(server, sign) {
  let said = '';
  for await (const part of server.stderr) {
    said += part;
    const found = sign.exec(said);
    if (found) {
      server.stderr.resume();
      return found;
    }
  }
  throw new Error(`the server did not start:\n${said}`);
}

async function callerOf(url, token) {
  const account = { name: 'Bench', email: 'bench@example.org', password: 'a long enough password' };
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ ...account, token, brand: 'Bench', language: 'en' }),
  });
  const { csrf } = await answer.json();
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const headers = {
    cookie,
    origin: url,
    'content-type': 'application/json',
    'x-sturmwarte-csrf': csrf,
  };
  const call = async (path, init) => {
    const response = await fetch(`${url}/api/v1${path}`, { headers, ...init });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const [brand] = await call('/brands');
  return {
    cookie,
    brandId: brand.id,
    get: (path) => call(path),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

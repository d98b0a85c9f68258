// From the mention that crosses a plain rule to its acknowledgement, to a console's socket and to a browser's screen.
// A real server with the embedded database, a real browser; clocks are one machine's. Needs a build (npm run build).
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const fromE2e = createRequire(join(ROOT, 'apps/e2e/package.json'));
const { io } = fromE2e('socket.io-client');
const { chromium } = fromE2e('@playwright/test');

const TRIALS = 30;
const RULE = { id: 'r', negatives: 3, minutes: 10, level: 3 };
const BACKGROUND_PER_SECOND = 500;
const PATIENCE_MS = 15_000;

const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-bench-'));
const server = spawn(process.execPath, ['apps/api/dist/main.js'], {
  cwd: ROOT,
  env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
try {
  await bench();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  const setup = await hear(/(http:\S+)\/setup#([\w-]+)/);
  const url = setup[1];
  const house = await callerOf(url, setup[2]);
  const topics = [];
  for (let n = 0; n < TRIALS; n++) {
    const body = {
      brandId: house.brandId,
      name: `Topic ${n}`,
      kind: 'company',
      query: `probe${n}`,
    };
    topics.push(await house.post('/topics', { ...body, rules: [RULE] }));
  }
  const { token } = await house.post('/sources', { name: 'Bench', brandId: null });
  const stopBackground = background(url, token);
  const socket = await listen(url, house.cookie);
  const screen = await openBoard(url, house.cookie);
  const results = { ack: [], socket: [], screen: [] };
  for (const [n, topic] of topics.entries()) {
    await send(url, token, [angry(n, 0), angry(n, 1)]);
    await pause(300 + Math.random() * 700);
    const onSocket = socket.alertOf(topic.id);
    const onScreen = screen.cardOf(topic.id);
    const sent = now();
    await send(url, token, [angry(n, 2)]);
    results.ack.push(now() - sent);
    results.socket.push((await onSocket) - sent);
    results.screen.push((await onScreen) - sent);
  }
  stopBackground();
  await screen.close();
  socket.close();
  console.log(
    `\n${TRIALS} alarms by a plain rule, ${BACKGROUND_PER_SECOND} mentions/s beside them; load average ${loadavg()[0].toFixed(1)}`,
  );
  console.log('| from sending the mention to | p50 ms | p90 ms | p99 ms |\n|---|---|---|---|');
  row('its acknowledgement', results.ack);
  row("the alert on a console's socket", results.socket);
  row("the alert on a browser's screen", results.screen);
  const each = results.socket.map((ms, n) => ms / results.ack[n]);
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((q) => at(each, q).toFixed(2));
  console.log(
    `alert p50 / acknowledgement p50: ${(at(results.socket, 0.5) / at(results.ack, 0.5)).toFixed(2)} (of each alarm: p10 ${p10}, p50 ${p50}, p90 ${p90})`,
  );
}

function row(name, values) {
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((q) => at(values, q).toFixed(1));
  console.log(`| ${name} | ${p50} | ${p90} | ${p99} |`);
}

/** The clock of the machine, finer than milliseconds. */
function now() {
  return performance.timeOrigin + performance.now();
}

function at(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/** Waits for a sign on the server's terminal. */
async function hear(sign) {
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
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

function angry(topic, n) {
  return {
    externalId: `a${topic}-${n}`,
    channel: 'forum',
    author: { id: `p${topic}-${n}` },
    text: `probe${topic} ist eine Katastrophe, schrecklich und eine Frechheit, nie wieder!`,
  };
}

async function send(url, token, mentions) {
  const response = await fetch(`${url}/api/v1/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(mentions),
  });
  if (!response.ok) throw new Error(`intake: ${response.status} ${await response.text()}`);
}

/** Ordinary traffic beside the alarms; bounded by the bench's own end. */
function background(url, token) {
  let batch = 0;
  let failed = null;
  const timer = setInterval(() => {
    batch++;
    const mentions = Array.from({ length: BACKGROUND_PER_SECOND / 10 }, (_, n) => ({
      externalId: `b${batch}-${n}`,
      channel: 'x',
      author: { id: `q${(batch * 7 + n) % 5_000}` },
      text: `Heute ist das Wetter schön, Meldung ${batch} von ${n}`,
    }));
    send(url, token, mentions).catch((error) => (failed ??= error));
  }, 100);
  return () => {
    clearInterval(timer);
    if (failed) throw failed;
  };
}

async function listen(url, cookie) {
  const socket = io(`${url}/live`, {
    transports: ['websocket'],
    extraHeaders: { cookie, origin: url },
  });
  await new Promise((resolve, reject) =>
    socket.once('connect', resolve).once('connect_error', reject),
  );
  await socket.emitWithAck('resume', { streams: [] });
  return {
    alertOf: (topicId) =>
      within(
        new Promise((resolve) => {
          const hear = ({ body }) => {
            if (body.type !== 'alert' || body.alert.topicId !== topicId) return;
            socket.off('message', hear);
            resolve(now());
          };
          socket.on('message', hear);
        }),
      ),
    close: () => socket.close(),
  };
}

async function openBoard(url, cookie) {
  const { executable, env } = JSON.parse(
    execFileSync(process.execPath, [join(ROOT, 'tools/browser.mjs')], { encoding: 'utf8' }),
  );
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const context = await browser.newContext();
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('main').waitFor();
  return {
    cardOf: (topicId) =>
      within(
        page.evaluate(
          (id) =>
            new Promise((resolve) => {
              const look = () => {
                const card = document.querySelector(`article[data-entry-of="${id}"]`);
                if (card === null || Number(card.dataset.level) < 3) return;
                observer.disconnect();
                // Painted, not only in the document.
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
              };
              const observer = new MutationObserver(look);
              observer.observe(document.body, { childList: true, subtree: true, attributes: true });
              look();
            }),
          topicId,
        ),
      ),
    close: () => browser.close(),
  };
}

function within(promise) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the alert did not arrive')), PATIENCE_MS).unref();
  });
  return Promise.race([promise, late]);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

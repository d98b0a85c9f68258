// What the first screen weighs and how soon it answers (P19); what our chart and our list cost to draw (P20).
// Needs a build. ECharts, the chart's yardstick, is fetched on wish only: `node tools/bench-first-screen.mjs --peers`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { at, openBrowser, ROOT, send, signedIn, withHouse } from './bench-scene.mjs';
import { drawings } from './bench-drawings.mjs';

const LOADS = 5;
const TOPICS = 12;
const LOUD = 3;
const ECHARTS = 'echarts@5.6.0';
const PEERS = join(ROOT, '.bench-peers/echarts');
const SETTLE_MS = 2_000;
const KIB = 1_024;

if (process.argv.includes('--peers') && !existsSync(join(PEERS, 'node_modules/echarts'))) {
  const install = ['install', '--prefix', PEERS, '--no-save', '--ignore-scripts', ECHARTS];
  execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] });
}

const browser = await openBrowser();
try {
  await withHouse(firstScreen);
  console.log(
    `\n${await drawings(browser, join(PEERS, 'node_modules/echarts/dist/echarts.min.js'))}`,
  );
  console.log(`\nHeadless Chromium ${browser.version()}, load average ${loadavg()[0].toFixed(1)}.`);
} finally {
  await browser.close();
}

async function firstScreen(house) {
  await furnish(house);
  for (const { id } of await house.get('/alerts'))
    await house.post(`/alerts/${id}/acknowledge`, {});
  const { bytes, files, encoding, gzip } = await weighed(house);
  const plain = [];
  const slowed = [];
  for (let load = 0; load < LOADS; load++) {
    plain.push(await open(house, 1));
    slowed.push(await open(house, 4));
  }
  const script = bytes.get('Script') ?? 0;
  const style = bytes.get('Stylesheet') ?? 0;
  console.log(`| first screen, cold cache | | goal |\n|---|---|---|`);
  const kib = (value) => (value / KIB).toFixed(1);
  console.log(
    `| JS + CSS as transferred (${encoding}), KiB | ${kib(script + style)} (${kib(script)} + ${kib(style)}), ${files} files | |`,
  );
  console.log(`| the same in gzip, KiB | ${kib(gzip)} | 300, beyond 220 |`);
  const others = [...bytes].filter(([type]) => !['Script', 'Stylesheet'].includes(type));
  console.log(
    `| beside it, KiB | ${others.map(([type, size]) => `${type} ${kib(size)}`).join(', ')} | |`,
  );
  times('cards painted', 'painted');
  times('interactive', 'interactive');

  function times(name, key) {
    const of = (loads) => {
      const values = loads.map((load) => load[key]);
      return `${at(values, 0.5)} (${Math.min(...values)}–${Math.max(...values)})`;
    };
    const goal = key === 'interactive' ? '1,500, beyond 800' : '';
    console.log(`| ${name}, ms: median of ${LOADS} | ${of(plain)} | ${goal} |`);
    console.log(`| ${name} with a CPU slowed to a quarter, ms | ${of(slowed)} | |`);
  }
}

/** A board as on a working day: some topics, a few of them loud enough for an alarm. */
async function furnish(house) {
  const { token } = await house.post('/sources', { name: 'Bench', brandId: null });
  const rule = { id: 'r', negatives: 3, minutes: 10, level: 3 };
  for (let n = 0; n < TOPICS; n++) {
    const topic = { brandId: house.brandId, name: `Topic ${n}`, kind: 'company' };
    await house.post('/topics', { ...topic, query: `probe${n}`, rules: n < LOUD ? [rule] : [] });
  }
  const mentions = Array.from({ length: 40 * TOPICS }, (_, n) => ({
    externalId: `m${n}`,
    channel: 'forum',
    author: { id: `p${n}` },
    text: `probe${n % TOPICS} ist ${n % TOPICS < LOUD ? 'eine Katastrophe, schrecklich, nie wieder' : 'wie immer'}`,
  }));
  await send(house.url, token, mentions);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}

/** One visit with nothing in the cache: when the page had its cards and answered a key, ms. */
async function open(house, slowness) {
  return visit(house, async (page, wire) => {
    await wire.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await page.addInitScript(watchForCards);
    await page.goto(house.url);
    return page.evaluate(() => globalThis.firstScreen);
  });
}

/** One visit with nothing in the cache in which nobody touches anything: what came over the wire. */
async function weighed(house) {
  return visit(house, async (page, wire) => {
    await wire.send('Network.enable');
    const requests = new Map();
    wire.on('Network.responseReceived', ({ requestId, type, response }) => {
      const encoding = response.headers['content-encoding'] ?? 'not compressed';
      requests.set(requestId, { type, url: response.url, encoding, size: 0 });
    });
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId);
      if (request) request.size = encodedDataLength;
    });
    await page.goto(house.url);
    await page.locator('main [data-entry]').first().waitFor();
    await page.waitForTimeout(SETTLE_MS);
    return weigh([...requests.values()]);
  });
}

async function visit({ url, cookie }, work) {
  const context = await signedIn(browser, url, cookie);
  try {
    const page = await context.newPage();
    return await work(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

async function weigh(requests) {
  const bytes = new Map();
  for (const { type, size } of requests) bytes.set(type, (bytes.get(type) ?? 0) + size);
  const code = requests.filter(({ type }) => type === 'Script' || type === 'Stylesheet');
  const encodings = code.filter(({ size }) => size > 2 * KIB).map(({ encoding }) => encoding);
  let gzip = 0;
  for (const { url } of code) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    const length = answer.headers.get('content-length');
    gzip += Number(length);
    await answer.body?.cancel();
  }
  return { bytes, files: code.length, encoding: [...new Set(encodings)].join(', '), gzip };
}

/**
 * Runs in the page, before it. Painted: the second frame after the first card is there. Interactive: from then on the
 * key J is pressed each frame until the focus stands on a card; times since the navigation began.
 */
function watchForCards() {
  globalThis.firstScreen = new Promise((resolve) => {
    const frame = (then) => requestAnimationFrame(then);
    const press = (painted) => {
      const key = { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', key));
      if (document.activeElement?.closest('[data-entry]')) {
        const interactive = Math.round(performance.now());
        resolve({ painted: Math.round(painted), interactive });
      } else frame(() => press(painted));
    };
    const look = () => {
      if (document.querySelector('main [data-entry]') === null) frame(look);
      else frame(() => frame(() => press(performance.now())));
    };
    frame(look);
  });
}

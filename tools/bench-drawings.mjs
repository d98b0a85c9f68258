// Our chart against ECharts, our list against plain rows, in one browser: main-thread time by the browser's own count.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { defaultClientConditions, build } from 'vite';
import { at, ROOT } from './bench-scene.mjs';

const POINTS = 10_000;
const NEW_POINTS = 50;
const UPDATES = 40;
const MENTIONS = 100_000;
/** Plain rows cost too much to show them all: this many already say enough. */
const PLAIN = 10_000;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** @returns Markdown */
export async function drawings(browser, echarts) {
  const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-drawings-'));
  const server = createServer((request, response) => {
    const path = join(folder, normalize(new URL(request.url, 'http://x').pathname));
    if (!existsSync(path)) return void response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(readFileSync(path));
  });
  try {
    await build({
      root: join(ROOT, 'apps/console/bench'),
      configFile: false,
      logLevel: 'error',
      base: './',
      resolve: { conditions: ['source', ...defaultClientConditions] },
      oxc: { jsx: { runtime: 'automatic' } },
      build: { target: 'es2022', outDir: folder, emptyOutDir: true },
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${server.address().port}/index.html`;
    return [await charts(browser, url, echarts), await lists(browser, url)].join('\n\n');
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function charts(browser, url, echarts) {
  const { page, taskTime } = await open(browser, url);
  const ours = [];
  const peers = [];
  const hasPeer = existsSync(echarts);
  if (hasPeer) {
    await page.addScriptTag({ path: echarts });
    await page.evaluate(() => {
      globalThis.peer = globalThis.echarts.init(document.getElementById('peer'));
    });
  }
  for (let update = 0; update < UPDATES; update++) {
    const shift = update * NEW_POINTS;
    ours.push(
      await taskTime(() =>
        page.evaluate(([points, by]) => globalThis.drawing.chart(points, by), [POINTS, shift]),
      ),
    );
    if (hasPeer) peers.push(await taskTime(() => page.evaluate(drawPeer, [POINTS, shift])));
  }
  await page.context().close();
  const row = (name, values) =>
    `| ${name} | ${values[0].toFixed(1)} | ${at(values.slice(1), 0.5).toFixed(1)} (${Math.min(...values.slice(1)).toFixed(1)}–${Math.max(...values.slice(1)).toFixed(1)}) |`;
  const lines = [
    `| chart of ${POINTS} points in four lines, ${NEW_POINTS} new each time | first draw, ms of the main thread | update |\n|---|---|---|`,
    row('ours (uPlot in its React component)', ours),
  ];
  if (!hasPeer) {
    return `${lines.join('\n')}\n\nECharts was not measured: it is fetched by \`node tools/bench-first-screen.mjs --peers\` only.`;
  }
  const ratio = at(ours.slice(1), 0.5) / at(peers.slice(1), 0.5);
  lines.push(row('ECharts, no animation, no symbols, sampling lttb', peers));
  return `${lines.join('\n')}\n\nP20 update, ours / ECharts: ${ratio.toFixed(2)} (goal 0.25)`;
}

/** Runs in the page: the same four lines by ECharts in the setting its handbook gives for many points. */
async function drawPeer([points, shift]) {
  const { drawing, peer } = globalThis;
  const course = drawing.course(points, shift);
  const line = (values) => ({
    type: 'line',
    showSymbol: false,
    sampling: 'lttb',
    data: values.map((value, n) => [course.minutes[n] * 1_000, value]),
  });
  const series = [course.upper, course.expected, course.threshold, course.negative].map(line);
  peer.setOption({ animation: false, xAxis: { type: 'time' }, yAxis: {}, series });
  await drawing.painted();
}

async function lists(browser, url) {
  const { page } = await open(browser, url);
  const virtual = [];
  for (let time = 0; time < 5; time++) {
    await page.evaluate((count) => globalThis.drawing.prepareList(count), MENTIONS);
    virtual.push(await page.evaluate(() => globalThis.drawing.virtual()));
    await page.evaluate(() => globalThis.drawing.clear());
  }
  await page.evaluate((count) => globalThis.drawing.prepareList(count), PLAIN);
  const plain = await page.evaluate(() => globalThis.drawing.plain());
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.context().close();
  if (nodes < PLAIN) throw new Error(`the rows were not drawn: ${nodes} elements`);
  const ours = at(virtual, 0.5);
  return [
    '| list of mentions, first render | rows | ms |\n|---|---|---|',
    `| ours, virtual | ${MENTIONS} | ${ours.toFixed(0)} (${Math.min(...virtual).toFixed(0)}–${Math.max(...virtual).toFixed(0)}) |`,
    `| the same rows, all of them in the document (${nodes} elements) | ${PLAIN} | ${plain.toFixed(0)} |`,
    `\nP20 list, virtual of ${MENTIONS} / plain of only ${PLAIN}: 1/${(plain / ours).toFixed(0)} (goal 1/40 with as many plain rows)`,
  ].join('\n');
}

async function open(browser, url) {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Performance.enable');
  const tasks = async () => {
    const { metrics } = await wire.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
  const taskTime = async (work) => {
    const before = await tasks();
    await work();
    return (await tasks()) - before;
  };
  await page.goto(url);
  await page.waitForFunction(() => globalThis.drawing !== undefined);
  return { page, taskTime };
}

import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, IntakeReceipt, MentionPage } from '@sturmwarte/contracts';
import { io } from 'socket.io-client';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, watchTopic, type Feed } from './support/feed.js';
import { openWindow, PATIENCE_MS, setUpHouse, type Member } from './support/people.js';
import { sidewaysOf } from './support/screens.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const BAD = 'ist eine Katastrophe, nie wieder!';
const GRAPHEME = `Z${'\u0301\u0323\u0336'.repeat(2_000)}`;
const ONE_MEGABYTE = 'x'.repeat(1_048_576);

/** What people send who mean harm, each line with the topic's name and an angry word: all of it must reach the screen as text. */
const HOSTILE = [
  `<script>window.hacked = 1; alert(1)</script> Skriptfreund Nordwind ${BAD}`,
  `<img src=x onerror="window.hacked = 1; alert(2)"> Nordwind ${BAD}`,
  `"><svg onload=alert(3)><iframe srcdoc="<b>x</b>"></iframe> Nordwind ${BAD}`,
  `{{constructor.constructor('alert(4)')()}} \${alert(5)} Nordwind ${BAD}`,
  `[klick](javascript:alert(6)) javascript:alert(7) Nordwind ${BAD}`,
  `\u202Eredrow\u202C \u2066verkehrt\u2069 \u200FNordwind ${BAD}`,
  `Null \u0000 Byte \u0007 Glocke \u001b[31m Nordwind ${BAD}`,
  `${GRAPHEME} Nordwind ${BAD}`,
  `${'lang'.repeat(2_000)} Nordwind ${BAD}`,
];

describe('text that means harm', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let feed: Feed;
  let page: Page;
  let alert: AlertView;
  const dialogs: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    const [brand] = (await anna.caller.get<{ id: number }[]>('/brands')).body;
    await watchTopic(anna, { name: 'Nordwind', brandId: brand?.id ?? 0 });
    feed = await openFeed(anna, '<b>Netz</b>', null);
    page = await openWindow(browser, server.url, { member: anna });
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const mention = (externalId: string, text: string, more: object = {}) => ({
    ...{ externalId, text, channel: 'forum', author: { id: externalId, name: '<i>Böse</i>' } },
    ...more,
  });

  it('comes as an array: what can be read is kept, what cannot is named by line and field', async () => {
    const receipt = await feed.send([
      ...HOSTILE.map((text, n) => mention(`array${n}`, text)),
      mention('url', `Nordwind ${BAD}`, { url: 'javascript:alert(8)' }),
      mention('late', `Nordwind ${BAD}`, { publishedAt: '<script>' }),
      mention('big', `Nordwind ${ONE_MEGABYTE}`),
      mention('title', `Nordwind ${BAD}`, {
        title: '<h1 onclick=alert(9)>Schlagzeile</h1>',
        outlet: '<marquee>Blatt</marquee>',
        url: 'https://example.org/"><script>alert(10)</script>',
      }),
    ]);
    const lines = HOSTILE.length;
    expect(receipt.errors).toEqual([
      {
        line: lines + 1,
        code: 'field-invalid',
        params: { field: 'url', wanted: expect.any(String) },
      },
      {
        line: lines + 2,
        code: 'field-invalid',
        params: { field: 'publishedAt', wanted: expect.any(String) },
      },
      expect.objectContaining({ line: lines + 3, code: 'text-too-long' }),
    ]);
    expect(receipt).toMatchObject({ stored: lines + 1, rejected: 3 });
  });

  it('comes as a stream: a line of a megabyte, half an object and broken bytes harm no other line', async () => {
    const lines = [
      ...HOSTILE.map((text, n) => JSON.stringify(mention(`stream${n}`, text))),
      JSON.stringify(mention('streambig', `Nordwind ${ONE_MEGABYTE}`)),
      '{"externalId":"half',
      `{"externalId":"lone","text":"\\ud800 Nordwind ${BAD} \\udc00"}`,
      JSON.stringify(mention('last', `Nordwind ${BAD} zuletzt`)),
    ];
    const bytes = Buffer.concat([
      Buffer.from(`${lines.slice(0, -1).join('\n')}\n`),
      Buffer.from('{"externalId":"bytes","text":"Nordwind '),
      Buffer.from([0xff, 0xfe, 0xc0]),
      Buffer.from(`"}\n${lines.at(-1)}\n`),
    ]);
    const response = await feed.post(bytes, 'application/x-ndjson');
    const receipts = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as IntakeReceipt);
    const first = HOSTILE.length + 1;
    expect(receipts.flatMap(({ errors }) => errors)).toMatchObject([
      { line: first, code: 'line-too-long' },
      { line: first + 1, code: 'bad-json' },
      { line: first + 3, code: 'bad-utf8' },
    ]);
    expect(receipts.at(-1)).toMatchObject({ stored: HOSTILE.length + 2, rejected: 3, done: true });
  });

  it('comes over the socket, and nonsense is answered', async () => {
    const socket = io(`${server.url}/intake`, {
      auth: { token: feed.token },
      transports: ['websocket'],
      reconnection: false,
    });
    const push = (message: unknown): Promise<unknown> => socket.emitWithAck('mentions', message);
    const items = HOSTILE.map((text, n) => mention(`socket${n}`, text));
    expect(await push(items)).toMatchObject({ ok: true, data: { stored: HOSTILE.length } });
    expect(await push({ __proto__: { externalId: 'p' }, constructor: 1 })).toMatchObject({
      ok: true,
      data: { rejected: 1, errors: [{ line: 1, code: 'field-missing' }] },
    });
    socket.close();
  });

  it('comes as a file through the console', async () => {
    const cells = HOSTILE.slice(0, 6).map(
      (text, n) => `file${n};"${text.replaceAll('"', '""').replaceAll('\u0000', '')}"`,
    );
    const csv = ['ID;Text', ...cells, `;"Nordwind ${BAD} ohne Nummer"`].join('\n');
    await page.goto('/sources');
    await page.getByRole('button', { name: 'Datei hochladen' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '<img>.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await dialog.getByRole('button', { name: 'Hochladen', exact: true }).click();
    await seeing(dialog.getByText(/Zeilen: 6 neu, .* 1 abgewiesen/)).toBeVisible();
    await seeing(dialog.getByText(/Zeile 8/)).toBeVisible();
    await page.keyboard.press('Escape');
  }, 120_000);

  it('is plain text on the board, on the alert and among the mentions', async () => {
    alert = await until(async () => (await anna.caller.get<AlertView[]>('/alerts')).body[0]);
    await page.goto('/');
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toContainText('Frische Brise');
    await seeing(page.getByText('<b>Netz</b>')).toBeVisible();
    await expectHarmless('board');

    await page.goto(`/alerts/${alert.id}`);
    await seeing(page.getByRole('heading', { name: 'Belege' })).toBeVisible();
    await seeing(page.getByText(BAD).first()).toBeVisible();
    await expectHarmless('alert');

    await page.goto('/mentions?q=Skriptfreund');
    await seeing(
      page
        .getByText(/^<script>window\.hacked = 1; alert\(1\)<\/script> Skriptfreund Nordwind/)
        .first(),
    ).toBeVisible();
    await expectHarmless('mentions');
    await page.goto('/mentions');
    await seeing(page.getByText(BAD).first()).toBeVisible();
    await expectHarmless('all mentions');
  }, 120_000);

  it('the words stand where they were written: no control sign has survived', async () => {
    const { mentions } = (await anna.caller.get<MentionPage>('/mentions?limit=200')).body;
    expect(mentions.length).toBeGreaterThan(3 * HOSTILE.length);
    // eslint-disable-next-line no-control-regex -- looking for control characters is the purpose
    const survivors = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200e\u200f]/;
    for (const { text, title, outlet } of mentions) {
      expect([text, title, outlet].join('')).not.toMatch(survivors);
      expect(() => encodeURIComponent(text)).not.toThrow(); // it does for lone surrogates
    }
    expect(mentions.every(({ author }) => !author?.includes('Böse'))).toBe(true);
  });

  it('a link leads to the web or nowhere', async () => {
    await page.goto('/mentions?q=Schlagzeile');
    await seeing(page.getByText('<h1 onclick=alert(9)>Schlagzeile</h1>')).toBeVisible();
    const targets = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    expect(new Set(targets)).toEqual(new Set(['http:', 'https:']));
  });

  /** Nothing ran, nothing was injected, nothing bursts the page. */
  async function expectHarmless(screen: string): Promise<void> {
    const injected = await page.evaluate(() => ({
      hacked: 'hacked' in window,
      elements: document.querySelectorAll(
        'main :is(script, iframe, img, marquee, svg[onload], [onerror], [onclick], b:not([class]))',
      ).length,
    }));
    expect([screen, injected, dialogs]).toEqual([screen, { hacked: false, elements: 0 }, []]);
    expect(await sidewaysOf(page, screen)).toEqual([]);
  }
});

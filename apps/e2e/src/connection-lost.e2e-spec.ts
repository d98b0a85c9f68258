import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic, type Feed } from './support/feed.js';
import { Line } from './support/line.js';
import { openWindow, PATIENCE_MS, setUpHouse, type Member } from './support/people.js';
import { faultsOf } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: 2 * PATIENCE_MS });

describe('a console that loses its server', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let feed: Feed;
  let page: Page;
  let line: Line;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    const [brand] = (await anna.caller.get<{ id: number }[]>('/brands')).body;
    const brandId = brand?.id ?? 0;
    feed = await openFeed(anna, 'Netz', null);
    for (const name of ['Nordwind', 'Südwind']) await watchTopic(anna, { name, brandId });
    await stirUp(anna, feed, 'Nordwind');
    page = await openWindow(browser, server.url, { member: anna });
    line = await Line.of(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const figures = () =>
    page
      .getByRole('article', { name: 'Nordwind' })
      .evaluate((card) => getComputedStyle(card.parentElement?.parentElement ?? card).filter);
  const badge = (word: string) => page.getByText(word, { exact: true });

  it('says so, shows as of when, and greys every figure', async () => {
    await page.goto('/');
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toContainText('Frische Brise');
    await seeing(badge('verbunden')).toBeVisible();
    expect(await figures()).toBe('none');
    await line.cut();
    await seeing(badge('getrennt')).toBeVisible();
    await seeing(page.getByText('Keine Verbindung zum Server')).toBeVisible();
    await seeing(page.getByText(/zeigen den Stand von \d\d:\d\d:\d\d/)).toBeVisible();
    expect(await figures()).toBe('grayscale(1)');
    expect(await faultsOf(page, 'connection lost')).toEqual([]);
  }, 120_000);

  it('catches up on what happened meanwhile, and says how much it was', async () => {
    await stirUp(anna, feed, 'Südwind');
    await seeing(page.getByRole('article', { name: 'Südwind' })).toHaveCount(0);
    line.mend();
    await page.getByRole('button', { name: 'Jetzt versuchen' }).click();
    await seeing(badge('verbunden')).toBeVisible();
    await seeing(page.getByText(/\d+ Ereignis(se)? nachgeladen/).first()).toBeVisible();
    await seeing(page.getByRole('article', { name: 'Südwind' })).toContainText('Frische Brise');
    await seeing(page.getByText('Keine Verbindung zum Server')).toHaveCount(0);
    expect(await figures()).toBe('none');
  }, 120_000);

  it('comes back by itself when the server was stopped and started again', async () => {
    await server.stop();
    await seeing(badge('getrennt')).toBeVisible();
    await page.getByRole('button', { name: /^Quittieren\s?: Nordwind$/ }).click();
    await seeing(page.getByText(/Der Server antwortet nicht/)).toBeVisible();
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toContainText('unquittiert');
    await server.start();
    await seeing(badge('verbunden')).toBeVisible();
    await page.getByRole('button', { name: /^Quittieren\s?: Nordwind$/ }).click();
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toContainText(
      'Anna kümmert sich',
    );
  }, 120_000);
});

import { chromium, expect as see, type Browser, type Locator, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic } from './support/feed.js';
import { emailOf, openWindow, PASSWORD, PATIENCE_MS, setUpHouse } from './support/people.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const MOST_STEPS = 40;

describe('a person without a mouse', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    const anna = await setUpHouse(server, 'Anna', 'Nordwind');
    const [brand] = (await anna.caller.get<{ id: number }[]>('/brands')).body;
    const brandId = brand?.id ?? 0;
    const feed = await openFeed(anna, 'Netz', null);
    for (const [name, level] of [
      ['Nordwind', 4],
      ['Südwind', 3],
    ] as const) {
      await watchTopic(anna, { name, brandId, level });
      await stirUp(anna, feed, name);
    }
    page = await openWindow(browser, server.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  /** Goes on with Tab until this has the focus; it must be seen to have it. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab never came there');
  }

  it('signs in', async () => {
    await page.goto('/');
    await tabTo(page.getByLabel('E-Mail-Adresse'));
    await page.keyboard.type(emailOf('Anna'));
    await tabTo(page.getByLabel('Passwort', { exact: true }));
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await seeing(page.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
  }, 120_000);

  it('skips the navigation with the first key', async () => {
    await page.goto('/');
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
    await seeing(skip).toBeFocused();
    await page.keyboard.press('Enter');
    await seeing(page.locator('main')).toBeFocused();
  }, 120_000);

  it('finds the strongest wind with J and acknowledges it with Q', async () => {
    await page.keyboard.press('j');
    const first = page.getByRole('link', { name: 'Nordwind', exact: true });
    await seeing(first).toBeFocused();
    const outline = await first.evaluate((element) => {
      const style = getComputedStyle(element);
      return { style: style.outlineStyle, width: style.outlineWidth, shadow: style.boxShadow };
    });
    expect(outline.style !== 'none' || outline.shadow !== 'none').toBe(true);
    await page.keyboard.press('q');
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toContainText(
      'Anna kümmert sich',
    );
  }, 120_000);

  it('opens the other alert, acknowledges it and reads the chart', async () => {
    await page.keyboard.press('j');
    await seeing(page.getByRole('link', { name: 'Südwind', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await seeing(page.getByRole('heading', { name: 'Warum ausgelöst?' })).toBeVisible();
    await page.keyboard.press('q');
    await seeing(page.getByText(/quittiert von Anna/).first()).toBeVisible();
    await tabTo(page.getByRole('button', { name: 'Tabelle statt Diagramm' }));
    await page.keyboard.press('Enter');
    await seeing(page.getByRole('columnheader', { name: 'alle Stimmen' })).toBeVisible();
  }, 120_000);

  it('closes it with N, a reason and Enter', async () => {
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await tabTo(dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await seeing(dialog.getByRole('radio', { checked: true })).toHaveCount(1);
    await tabTo(dialog.getByRole('button', { name: 'Als kein Ereignis schließen' }));
    await page.keyboard.press('Enter');
    await seeing(dialog).toHaveCount(0);
    await seeing(page.getByText(/geschlossen: Kein Ereignis/)).toBeVisible();
  }, 120_000);

  it('goes back to the board, and looks up the keys', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await seeing(page.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Tastatur' });
    await seeing(help).toBeVisible();
    await page.keyboard.press('Escape');
    await seeing(help).toHaveCount(0);
    await page.keyboard.press('.');
    await seeing(page.getByText(/Anzeige angehalten um/)).toBeVisible();
    await page.keyboard.press('.');
    await seeing(page.getByText(/Anzeige angehalten um/)).toHaveCount(0);
  }, 120_000);
});

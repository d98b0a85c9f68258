import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { firstScreenOnly } from './support/first-screen-only.js';
import { House } from './support/house.js';
import { Line } from './support/line.js';
import { noticeOf } from './support/notice-of.js';
import { PATIENCE_MS } from './support/people.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
describe('the server goes away while somebody reaches for more of the page', () => {
  let house: House;
  let page: Page;
  let line: Line;
  let isGone = false;

  beforeAll(async () => {
    house = await House.open();
    page = await house.window(house.anna);
    line = await Line.of(page);
    // What is there already cannot be reached for, and what is on its way when the server goes would be spoilt.
    await firstScreenOnly(page);
    await page.route('**/*', (route) =>
      isGone ? route.abort('connectionrefused') : route.continue(),
    );
  }, 180_000);
  afterAll(() => house?.close(), 120_000);

  const heading = () => page.getByRole('heading', { name: 'Wetterlage' });
  const account = () => page.getByRole('button', { name: /^Konto/ });
  const palette = () => page.getByRole('dialog').getByRole('combobox');

  it('neither the palette, nor the account menu, nor another page takes along what is there', async () => {
    await page.goto('/');
    await seeing(heading()).toBeVisible();
    await seeing(page.getByText('verbunden', { exact: true })).toBeVisible();
    // No answer of the server from before counts any more.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    isGone = true;
    await line.cut();
    await page.keyboard.press('Control+k');
    await account().click();
    await page.getByRole('link', { name: 'Quellen' }).first().click();
    await seeing(page.getByText('Keine Verbindung zum Server')).toBeVisible();
    // Longer than anything is asked for anew, with an answer as little as before.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await see(heading()).toBeVisible();
    await see(palette().or(page.getByRole('menu'))).toHaveCount(0);
  }, 120_000);

  it('what was asked for comes when the server is back, and what could not be said is said', async () => {
    isGone = false;
    line.mend();
    await seeing(palette()).toBeVisible();
    await seeing(noticeOf(page, 'Der Server antwortet nicht.')).toBeVisible();
    await page.keyboard.press('Escape');
    await seeing(page.getByRole('heading', { name: 'Quellen', level: 1 })).toBeVisible();
  }, 120_000);

  it('the menu is there at the next click', async () => {
    await account().click();
    await seeing(page.getByRole('menu')).toBeVisible();
  }, 120_000);
});

import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserLaunchOptions } from './support/browser.js';
import { openWindow, PATIENCE_MS, setUpHouse, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf, speak, takePicture } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('the library of playbooks', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    page = await openWindow(browser, server.url, { member: anna });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const library = () => page.getByRole('list', { name: /Playbooks/ });

  it('is found with two keys, and searched by a word that stands in a step', async () => {
    await page.goto('/');
    await seeing(page.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await seeing(page.getByRole('heading', { name: 'Playbooks', level: 1 })).toBeVisible();
    await seeing(library().getByRole('heading', { level: 2 })).toHaveCount(8);
    await page.keyboard.press('/');
    await page.keyboard.type('verletzte zuerst');
    await seeing(library().getByRole('heading', { level: 2 })).toHaveText([/PB-02 Produktmangel/]);
    await seeing(library().getByRole('link', { name: 'Schritt: Verletzte zuerst' })).toBeVisible();
    expect(new URL(page.url()).searchParams.get('words')).toBe('verletzte zuerst');
    await takePicture(page, 'playbooks');
    expect(await faultsOf(page, 'library')).toEqual([]);
  }, 120_000);

  it('says so when nothing fits, and shows all again', async () => {
    await page.getByRole('searchbox').fill('xyzzy');
    await seeing(page.getByText('Kein Playbook passt zu Ihrer Suche.')).toBeVisible();
    await page.getByRole('link', { name: 'Alle zeigen' }).click();
    await seeing(library().getByRole('heading', { level: 2 })).toHaveCount(8);
    await page.getByLabel('Tragweite').selectOption('A');
    await seeing(library().getByText('PB-02', { exact: false })).toHaveCount(0);
    await page.getByLabel('Tragweite').selectOption('');
  }, 120_000);

  it('shows a playbook in German and in English, from why to the legal clocks', async () => {
    await page.goto('/playbooks/PB-02');
    await seeing(page.getByRole('heading', { level: 1 })).toHaveText(
      'PB-02 Produktmangel, Rückruf',
    );
    for (const name of ['Wann Sie daran denken', 'Vorlagen', 'Rechtsuhren', 'Wer freigibt']) {
      await seeing(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    await seeing(page.getByText(/\d+ von 280 Zeichen/).first()).toBeVisible();
    await seeing(page.getByText(/^GPSR-9:/)).toBeVisible();
    await takePicture(page, 'playbook-de');
    await speak(page, 'en');
    await seeing(page.getByRole('heading', { level: 1 })).toHaveText(
      'PB-02 Product defect, recall',
    );
    await seeing(page.getByRole('heading', { name: 'The injured first' })).toBeVisible();
    await seeing(page.getByText(/\d+ of 280 characters/).first()).toBeVisible();
    await speak(page, 'de');
    expect(await faultsOf(page, 'playbook')).toEqual([]);
  }, 180_000);

  it('is printed without what belongs to the screen', async () => {
    await page.emulateMedia({ media: 'print' });
    await seeing(page.getByRole('navigation').first()).toBeHidden();
    await seeing(page.getByRole('button', { name: 'Drucken' })).toBeHidden();
    await seeing(page.getByRole('heading', { name: 'Verletzte zuerst' })).toBeVisible();
    await takePicture(page, 'playbook-print');
    await page.emulateMedia({ media: 'screen' });
  }, 120_000);

  it('starts in an incident that is opened for it by hand', async () => {
    await page.getByRole('button', { name: 'In einer Lage starten' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Titel').fill('Akku brennt in Kiel');
    await takePicture(page, 'playbook-start');
    expect(await faultsInBothSchemes(page, 'start')).toEqual([]);
    await dialog.getByRole('button', { name: 'Eröffnen und starten' }).click();
    await page.waitForURL(/\/incidents\/\d+/);
    await seeing(page.getByText('Akku brennt in Kiel').first()).toBeVisible();
    await seeing(page.getByText(/PB-02/).first()).toBeVisible();
  }, 90_000);

  it('starts in an open incident, and not twice', async () => {
    await page.goto('/playbooks/PB-01');
    await page.getByRole('button', { name: 'In einer Lage starten' }).click();
    const dialog = page.getByRole('dialog');
    await seeing(dialog.getByRole('radio', { name: /Akku brennt in Kiel/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Starten' }).click();
    await page.waitForURL(/\/incidents\/\d+/);
    await page.goto('/playbooks/PB-01');
    await page.getByRole('button', { name: 'In einer Lage starten' }).click();
    await seeing(dialog.getByRole('radio', { name: /Akku brennt in Kiel/ })).toBeDisabled();
    await page.keyboard.press('Escape');
    await seeing(dialog).toHaveCount(0);
  }, 90_000);

  it('is reached from anywhere by keys alone, with everything else that has a name', async () => {
    await page.goto('/');
    await seeing(page.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await seeing(field).toBeFocused();
    await seeing(page.getByRole('group', { name: 'Playbooks' })).toBeVisible();
    await takePicture(page, 'palette');
    expect(await faultsInBothSchemes(page, 'palette')).toEqual([]);
    await page.keyboard.type('datenpanne');
    await seeing(page.getByRole('option', { selected: true })).toContainText('PB-03');
    await page.keyboard.press('Enter');
    await seeing(page.getByRole('heading', { level: 1 })).toContainText('PB-03');

    await page.keyboard.press('Control+k');
    await seeing(field).toBeFocused();
    await page.keyboard.type('kiel');
    await seeing(page.getByRole('option', { selected: true })).toContainText('Akku brennt in Kiel');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/incidents\/\d+/);

    await page.keyboard.press('Control+k');
    await seeing(field).toBeFocused();
    await page.keyboard.press('Escape');
    await seeing(field).toHaveCount(0);
    await page.keyboard.press('?');
    await seeing(page.getByRole('dialog').getByText(/Überallhin gehen/)).toBeVisible();
    await page.keyboard.press('Escape');
  }, 120_000);

  it('works on a phone, in the dark too', async () => {
    const phone = await openWindow(browser, server.url, {
      ...{ member: anna, language: 'en', colorScheme: 'dark' },
      viewport: { width: 390, height: 844 },
    });
    await phone.goto('/playbooks?words=hotline');
    await seeing(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await takePicture(phone, 'playbooks-phone');
    await phone.goto('/playbooks/PB-03');
    await seeing(phone.getByRole('heading', { level: 1 })).toContainText('PB-03');
    await takePicture(phone, 'playbook-phone');
    await phone.getByRole('button', { name: /^(Überallhin gehen|Go to anywhere)/ }).click();
    await seeing(phone.getByRole('combobox')).toBeFocused();
    await takePicture(phone, 'palette-phone');
    await phone.context().close();
  }, 90_000);
});

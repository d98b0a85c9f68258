import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrandView } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf, speak, takePicture } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const TITLE = 'Erste Worte bei Hinweisen';
const TEXT = 'Wir haben die Hinweise zum Akku gesehen und nehmen sie ernst.';

describe('words that lie ready', () => {
  let server: Server;
  let browser: Browser;
  let lea: Member;
  let cara: Page;
  let pia: Page;
  let rolf: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    lea = await setUpHouse(server, 'Lea', 'Nordlicht');
    const [brand] = await lea.caller.done(lea.caller.get<BrandView[]>('/brands'));
    const brandId = brand?.id ?? null;
    const open = async (name: string, role: 'community' | 'pr' | 'legal') => {
      const member = await welcome(lea, name, role, brandId);
      const page = await openWindow(browser, server.url, { member });
      await page.goto('/');
      await seeing(page.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
      return page;
    };
    cara = await open('Cara', 'community');
    pia = await open('Pia', 'pr');
    rolf = await open('Rolf', 'legal');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const wordsOf = (page: Page) => page.getByRole('list', { name: 'Sprachregelungen des Hauses' });

  it('begin with the words a house does not use', async () => {
    await pia.keyboard.press('g');
    await pia.keyboard.press('w');
    await seeing(pia.getByRole('heading', { name: 'Sprachregelungen', level: 1 })).toBeVisible();
    await seeing(pia.getByText('Noch liegt kein Text bereit.', { exact: false })).toBeVisible();
    await pia.getByRole('tab', { name: 'Regeln für Texte' }).click();
    await pia.getByRole('button', { name: 'Regel hinzufügen' }).click();
    const dialog = pia.getByRole('dialog');
    await dialog.getByLabel('Wendungen in deutschen Texten').fill('Kund*');
    await dialog.getByLabel('Warum, auf Deutsch').fill('Bei uns heißen sie Gäste.');
    await dialog.getByLabel('Warum, auf Englisch').fill('We call them guests.');
    await takePicture(pia, 'wording-rule');
    expect(await faultsInBothSchemes(pia, 'rule')).toEqual([]);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await seeing(pia.getByRole('heading', { name: 'Kund*' })).toBeVisible();
    await pia.getByLabel('Nordlicht').selectOption({ label: '„Sie“' });
    await seeing(pia.getByLabel('Nordlicht')).toHaveValue('sie');
    await takePicture(pia, 'wording-rules');
    expect(await faultsOf(pia, 'rules')).toEqual([]);
  }, 180_000);

  it('are written with the lint beside them: what is banned, what is missing, what differs', async () => {
    await cara.goto('/wordings');
    await cara.getByRole('button', { name: 'Sprachregelung schreiben' }).click();
    await cara.getByLabel('Titel', { exact: true }).fill(TITLE);
    const german = cara.getByRole('region', { name: 'Website, Deutsch' });
    const text = german.getByLabel('Text', { exact: true });
    await text.fill(`${TEXT} Das ist ein Einzelfall, liebe Kunden. Wir helfen dir.`);
    await seeing(german.getByText('Wer „Einzelfall“ sagt, ruft')).toBeVisible();
    await seeing(german.getByText('Bei uns heißen sie Gäste.')).toBeVisible();
    await seeing(german.getByText(/mit „Sie“ an/)).toBeVisible();
    await seeing(german.getByText(/wann es Neues gibt/)).toBeVisible();
    await takePicture(cara, 'wording-write');
    expect(await faultsOf(cara, 'write')).toEqual([]);
    await german.getByRole('button', { name: 'Zeile 1' }).first().click();
    const marked = await text.evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(marked).toBe('Einzelfall');
    await text.fill(`${TEXT} Nächste Information um {nextUpdate} Uhr auf dieser Seite.`);
    await seeing(german.getByText('Die Textprüfung sieht nichts zu ändern.')).toBeVisible();

    await cara.getByRole('button', { name: 'Text hinzufügen' }).click();
    const english = cara.getByRole('region', { name: 'Website, Englisch' });
    const words = english.getByLabel('Text', { exact: true });
    await words.fill('We have seen 12 reports about the battery. Next update at {nextUpdate}.');
    await seeing(cara.getByText('sagt „12“, der längste Text nicht')).toBeVisible();
    await words.fill('We have seen the reports about the battery. Next update at {nextUpdate}.');
    await seeing(cara.getByText(/^Kein Unterschied/)).toBeVisible();
    await cara.getByRole('button', { name: 'Speichern und Freigabe erbitten' }).click();
    await seeing(cara.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
    await seeing(cara.getByText('wartet auf Freigabe')).toBeVisible();
    await seeing(cara.getByRole('button', { name: /^Freigeben/ })).toHaveCount(0);
  }, 180_000);

  it('are found and approved by two others with the keyboard alone, each language by itself', async () => {
    await pia.goto('/wordings');
    await seeing(wordsOf(pia).getByRole('link', { name: TITLE })).toBeVisible();
    await pia.keyboard.press('j');
    await pia.keyboard.press('Enter');
    const approve = pia.getByRole('button', { name: 'Freigeben als PR' });
    await seeing(approve).toBeVisible();
    await approve.focus();
    await pia.keyboard.press('Enter');
    const dialog = pia.getByRole('dialog');
    await seeing(dialog.getByText('Ihre Freigabe gilt genau für diese Texte')).toBeVisible();
    await takePicture(pia, 'wording-approve');
    expect(await faultsInBothSchemes(pia, 'approve')).toEqual([]);
    await dialog.getByRole('button', { name: 'Freigeben', exact: true }).focus();
    await pia.keyboard.press('Enter');
    await seeing(pia.getByText(/PR.*: freigegeben von Pia/)).toHaveCount(2);
    await seeing(approve).toHaveCount(0);

    await rolf.goto('/wordings');
    await wordsOf(rolf).getByRole('link', { name: TITLE }).click();
    await rolf.getByRole('button', { name: 'Freigeben als Recht' }).click();
    const his = rolf.getByRole('dialog');
    await his.getByRole('checkbox', { name: 'Website, Englisch' }).uncheck();
    await his.getByRole('button', { name: 'Freigeben', exact: true }).click();
    await seeing(rolf.getByText(/Recht: freigegeben von Rolf/)).toHaveCount(1);
    await seeing(rolf.getByText('Nicht ohne Freigabe benutzen.')).toHaveCount(1);
    await rolf.getByRole('button', { name: 'Freigeben als Recht' }).click();
    await his.getByRole('button', { name: 'Freigeben', exact: true }).click();
    // Cara, who only looks, sees it without reloading.
    await seeing(cara.getByText(/^gültig bis/)).toBeVisible();
  }, 180_000);

  it('are filled and copied, and shown as they count', async () => {
    await cara.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cara.getByLabel('nextUpdate').fill('15:00');
    await seeing(cara.getByText(/um 15:00 Uhr auf dieser Seite/)).toBeVisible();
    await cara.getByRole('button', { name: 'Text kopieren: Website, Deutsch' }).click();
    await seeing(cara.getByText('Kopiert: Website, Deutsch')).toBeVisible();
    const copied = await cara.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${TEXT} Nächste Information um 15:00 Uhr auf dieser Seite.`);
    await takePicture(cara, 'wording-read');
    expect(await faultsOf(cara, 'read')).toEqual([]);
    await speak(cara, 'en');
    await seeing(cara.getByText(/^valid until/)).toBeVisible();
    await speak(cara, 'de');
  }, 180_000);

  it('lose their approval with an edit, go back with a comment and are withdrawn for good', async () => {
    await cara.getByRole('link', { name: 'Neue Fassung schreiben' }).click();
    await seeing(cara.getByText(/Speichern macht alle Freigaben ungültig/)).toBeVisible();
    const german = cara.getByRole('region', { name: 'Website, Deutsch' });
    await german.getByLabel('Text', { exact: true }).fill(`${TEXT} Neues um {nextUpdate} Uhr.`);
    await cara.getByRole('button', { name: 'Speichern und Freigabe erbitten' }).click();
    await seeing(cara.getByText('wartet auf Freigabe')).toBeVisible();
    await seeing(pia.getByText('wartet auf Freigabe')).toBeVisible();
    await pia.getByRole('button', { name: 'Mit Anmerkung zurückgeben' }).click();
    const dialog = pia.getByRole('dialog');
    await dialog.getByLabel('Was sich ändern soll').fill('Bitte mit Adresse der Seite.');
    await dialog.getByRole('button', { name: 'Mit Anmerkung zurückgeben' }).click();
    await seeing(cara.getByText('Zurückgegeben von Pia: Bitte mit Adresse')).toBeVisible();
    await pia.getByRole('button', { name: 'Zurückziehen' }).click();
    await dialog.getByLabel('Warum').fill('Der Akku ist verkauft.');
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click();
    await seeing(cara.getByText('Zurückgezogen von Pia: Der Akku ist verkauft.')).toBeVisible();
    await takePicture(cara, 'wording-withdrawn');
    await cara.goto('/wordings');
    await seeing(cara.getByText('Keine Sprachregelung passt zu Ihrer Suche.')).toBeVisible();
    await cara.getByLabel('Stand').selectOption({ label: 'zurückgezogen' });
    await seeing(wordsOf(cara).getByRole('link', { name: TITLE })).toBeVisible();
    expect(await faultsOf(cara, 'list')).toEqual([]);
  }, 180_000);

  it('are read on a phone, in the dark, in English', async () => {
    const member = await welcome(lea, 'Paul', 'service', null);
    const phone = await openWindow(browser, server.url, {
      ...{ member, language: 'en', colorScheme: 'dark' },
      viewport: { width: 390, height: 844 },
    });
    await phone.goto('/wordings?standing=withdrawn');
    await seeing(phone.getByRole('link', { name: TITLE })).toBeVisible();
    await takePicture(phone, 'wordings-phone');
    await phone.getByRole('link', { name: TITLE }).click();
    await seeing(phone.getByText('Withdrawn by Pia', { exact: false })).toBeVisible();
    await takePicture(phone, 'wording-phone');
    await phone.goto('/wordings?tab=rules');
    await seeing(phone.getByText('We call them guests.')).toBeVisible();
    await takePicture(phone, 'rules-phone');
    await phone.context().close();
  }, 90_000);
});

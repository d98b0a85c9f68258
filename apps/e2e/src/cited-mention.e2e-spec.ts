import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic, type Feed } from './support/feed.js';
import { openWindow, PATIENCE_MS, setUpHouse, type Member } from './support/people.js';
import { faultsInBothSchemes } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('somebody who brings a voice into an incident', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let feed: Feed;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    feed = await openFeed(anna, 'Netz', null);
    const [brand] = await anna.caller.done(anna.caller.get<{ id: number }[]>('/brands'));
    await watchTopic(anna, { name: 'Nordlicht', brandId: brand?.id ?? 0 });
    const alert = await stirUp(anna, feed, 'Nordlicht');
    const opening = { title: 'Akku heiß', alertIds: [alert.id] };
    await anna.caller.done(anna.caller.post<IncidentView>('/incidents', opening));
    page = await openWindow(browser, server.url, { member: anna });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  it('sees on the board that an incident deals with it', async () => {
    await page.goto('/');
    await seeing(page.getByRole('link', { name: /^Zur Lage L-\d{4}-001$/ })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(page, 'board with an incident')));
  }, 120_000);

  it('cites it with their own words, and reads it in the journal beside them', async () => {
    await page.goto('/mentions');
    const voice = page.getByRole('article').filter({ hasText: /Beschwerde 3(?!\d)/ });
    await voice.getByRole('button', { name: 'Zuordnen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Die erste, die es zeigt');
    faults.push(...(await faultsInBothSchemes(page, 'citing')));
    await dialog.getByRole('button', { name: 'Eintragen' }).click();
    await seeing(page.getByText(/^In L-\d{4}-001 eingetragen$/)).toBeVisible();
    await page.goto('/');
    await page.getByRole('link', { name: /^Zur Lage/ }).click();
    await seeing(page.getByText('Die erste, die es zeigt')).toBeVisible();
    await seeing(page.getByText(/Nordlicht ist eine Katastrophe.*Beschwerde 3/)).toBeVisible();
    faults.push(...(await faultsInBothSchemes(page, 'a cited mention')));
  }, 120_000);

  it('finds words of the journal and alerts by them', async () => {
    await page.goto('/incidents?words=Nordlicht');
    await seeing(page.getByText('1 Alarm mit „Nordlicht“')).toBeVisible();
    faults.push(...(await faultsInBothSchemes(page, 'search')));
  }, 120_000);

  it('keeps the words and the reference when the voice is erased at its source', async () => {
    await feed.send([{ op: 'delete', externalId: 'm3' }]);
    await page.goto('/');
    await page.getByRole('link', { name: /^Zur Lage/ }).click();
    await seeing(page.getByText('Die erste, die es zeigt')).toBeVisible();
    await seeing(page.getByText('Stimme gelöscht; der Verweis bleibt.')).toBeVisible();
    await see(page.getByText(/Beschwerde 3/)).toHaveCount(0);
  }, 120_000);

  it('meets no obstacle on any of these screens', () => {
    expect(faults).toEqual([]);
  });
});

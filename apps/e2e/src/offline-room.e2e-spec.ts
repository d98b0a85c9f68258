import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandAnswer, IncidentView } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic } from './support/feed.js';
import { Line } from './support/line.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { faultsInBothSchemes } from './support/screens.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('somebody in a room whose connection is gone', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let ben: Member;
  let page: Page;
  let line: Line;
  let incident: IncidentView;
  let run = 0;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    ben = await welcome(anna, 'Ben', 'lead', null);
    const feed = await openFeed(anna, 'Netz', null);
    const [brand] = await anna.caller.done(anna.caller.get<{ id: number }[]>('/brands'));
    await watchTopic(anna, { name: 'Nordlicht', brandId: brand?.id ?? 0 });
    const alert = await stirUp(anna, feed, 'Nordlicht');
    const opening = { title: 'Akku heiß', alertIds: [alert.id], playbookId: 'PB-02' };
    incident = await anna.caller.done(anna.caller.post<IncidentView>('/incidents', opening));
    run = incident.incident.runs[0]?.id ?? 0;
    page = await openWindow(browser, server.url, { member: anna });
    line = await Line.of(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const step = (name: string) => page.getByRole('button', { name: new RegExp(name) });
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const asked = indexedDB.open('sturmwarte');
          asked.onsuccess = () => {
            const count = asked.result.transaction('rooms').objectStore('rooms').count();
            count.onsuccess = () => {
              asked.result.close();
              resolve(count.result);
            };
          };
        }),
    );
  const cut = async () => {
    await page.context().setOffline(true);
    await line.cut();
    await seeing(page.getByText('getrennt', { exact: true })).toBeVisible();
  };
  const mend = async () => {
    await page.context().setOffline(false);
    line.mend();
    // It comes back by itself.
    await see(page.getByText('verbunden', { exact: true })).toBeVisible({ timeout: 60_000 });
  };

  it('ticks a step that waits, and another that a colleague is quicker with', async () => {
    await page.goto(`/incidents/${incident.id}`);
    await seeing(step('Alarm quittieren').first()).toBeVisible();
    await until(async () => (await kept()) === 1);
    // Until it has fetched what it needs without a connection.
    await page.waitForTimeout(3_000);
    await cut();
    await page.getByRole('button', { name: /^Erledigt ?: Alarm quittieren$/ }).click();
    await seeing(page.getByText('wartet auf Verbindung')).toBeVisible();
    expect(await faultsInBothSchemes(page, 'a step that waits')).toEqual([]);
    const order = { type: 'finish-step', run, step: 'K1', inputs: {} };
    await ben.caller.done(
      ben.caller.post<CommandAnswer>(`/incidents/${incident.id}/commands`, { seen: 999, order }),
    );
    await mend();
    await seeing(
      page.getByText(/Ohne Verbindung abgehakt, aber nicht übernommen: .*Ben/),
    ).toBeVisible();
    await seeing(page.getByText('wartet auf Verbindung')).toHaveCount(0);
    await seeing(page.getByRole('button', { name: /^erledigt: Alarm quittieren/ })).toContainText(
      'Ben',
    );
  }, 120_000);

  it('has the tick sent when the connection is back, with the time it was made', async () => {
    await cut();
    await page.getByRole('button', { name: /^Erledigt ?: Belege sichern$/ }).click();
    await seeing(page.getByText('wartet auf Verbindung')).toBeVisible();
    await mend();
    await seeing(page.getByText('1 Schritt nachgereicht')).toBeVisible();
    await seeing(page.getByRole('button', { name: /^erledigt: Belege sichern/ })).toContainText(
      'Anna',
    );
    await seeing(page.getByText(/ohne Verbindung um \d\d:\d\d/).first()).toBeVisible();
  }, 120_000);

  it('cannot give the all-clear or write into the journal meanwhile, and is told so', async () => {
    await cut();
    await page.getByRole('textbox', { name: 'Was geschieht, für alle in der Lage' }).fill('Hallo');
    await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await seeing(
      page.getByText(/Der Server antwortet nicht|nicht erreichbar/).first(),
    ).toBeVisible();
    await mend();
    expect(await page.getByText('Hallo', { exact: true }).count()).toBeLessThanOrEqual(1);
  }, 120_000);

  it('opens a room visited before, as it was kept, and says as of when', async () => {
    // Loaded anew, the page knows nothing of the room; the device does.
    await page.goto('/incidents');
    await seeing(page.getByRole('link', { name: /Akku heiß/ })).toBeVisible();
    await page.waitForTimeout(3_000);
    await cut();
    await page.getByRole('link', { name: /Akku heiß/ }).click();
    await seeing(page.getByText(/Auf diesem Gerät gespeichert, Stand/)).toBeVisible();
    await seeing(step('Alarm quittieren').first()).toBeVisible();
    expect(await faultsInBothSchemes(page, 'a kept room')).toEqual([]);
    await mend();
    await seeing(page.getByText(/Auf diesem Gerät gespeichert/)).toHaveCount(0);
  }, 120_000);

  it('leaves nothing on the device when they sign out', async () => {
    await until(async () => (await kept()) === 1);
    await page.getByRole('button', { name: /Anna/ }).first().click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await seeing(page.getByText('Sie sind abgemeldet.')).toBeVisible();
    await until(async () => (await kept()) === 0);
  }, 120_000);
});

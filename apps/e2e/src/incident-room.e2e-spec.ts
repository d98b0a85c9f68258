import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic } from './support/feed.js';
import { Line } from './support/line.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf } from './support/screens.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
/** What one person does, the other sees within this time; the machine may be busy. */
const SOON_MS = 5_000;

describe('two people in one incident', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let ben: Member;
  /** Incident lead; reads German. */
  let atAnna: Page;
  /** PR; reads English. */
  let atBen: Page;
  let bensLine: Line;
  let alertId = 0;
  const faults: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    ben = await welcome(anna, 'Ben', 'pr', null);
    const feed = await openFeed(anna, 'Netz', null);
    const [brand] = await anna.caller.done(anna.caller.get<{ id: number }[]>('/brands'));
    await watchTopic(anna, { name: 'Nordlicht', brandId: brand?.id ?? 0, level: 4 });
    alertId = (await stirUp(anna, feed, 'Nordlicht')).id;
    atAnna = await openWindow(browser, server.url, { member: anna });
    atBen = await openWindow(browser, server.url, { member: ben, language: 'en' });
    bensLine = await Line.of(atBen);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  it('Anna opens an incident from the alert by key, with a playbook', async () => {
    await atAnna.goto(`/alerts/${alertId}`);
    await seeing(atAnna.getByRole('button', { name: /^Lage eröffnen/ })).toBeVisible();
    await atAnna.keyboard.press('l');
    const dialog = atAnna.getByRole('dialog');
    await seeing(dialog.getByText('nichts gelöscht werden kann')).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atAnna, 'open an incident')));
    await dialog.getByLabel('Titel').fill('Nordlicht: Akku wird heiß');
    await dialog.getByRole('radio', { name: 'Vorerst ohne Playbook' }).check();
    await dialog.getByRole('button', { name: 'Lage eröffnen' }).click();
    await seeing(
      atAnna.getByRole('heading', { level: 1, name: 'Nordlicht: Akku wird heiß' }),
    ).toBeVisible();
    await atAnna.getByRole('button', { name: /Playbook starten/ }).click();
    await atAnna
      .getByRole('dialog')
      .getByRole('radio', { name: /^PB-02/ })
      .check();
    await atAnna.getByRole('dialog').getByRole('button', { name: 'Starten' }).click();
    await seeing(stepOf(atAnna, 'Alarm quittieren')).toBeVisible();
    faults.push(...(await faultsOf(atAnna, 'room')));
  }, 180_000);

  it('Ben finds it from the alert, and both are in the same room', async () => {
    await atBen.goto(`/alerts/${alertId}`);
    await atBen.getByRole('link', { name: /To incident L-\d{4}-001/ }).click();
    await seeing(stepOf(atBen, 'Acknowledge the alert')).toBeVisible();
    await seeing(atBen.getByText('connected', { exact: true })).toBeVisible();
  }, 120_000);

  it('Anna seats Ben, and he sees his seat', async () => {
    await atAnna.getByRole('button', { name: 'Rolle besetzen' }).click();
    const dialog = atAnna.getByRole('dialog');
    await dialog.getByLabel('Rolle', { exact: true }).selectOption('pr');
    await dialog.getByLabel('Person', { exact: true }).selectOption({ label: 'Ben' });
    await dialog.getByLabel('Vertretung').selectOption({ label: 'Anna' });
    faults.push(...(await faultsInBothSchemes(atAnna, 'seat')));
    await dialog.getByRole('button', { name: 'Besetzen' }).click();
    await see(atBen.getByRole('heading', { name: 'Team (1 role)' })).toBeVisible({
      timeout: SOON_MS,
    });
  }, 120_000);

  it('a step Anna ticks is done on Ben’s screen at once', async () => {
    const seen = atBen.getByRole('button', { name: /^done: Acknowledge the alert/ });
    const began = performance.now();
    await atAnna.getByRole('button', { name: /^Erledigt ?: Alarm quittieren$/ }).click();
    await see(seen).toBeVisible({ timeout: SOON_MS });
    const took = Math.round(performance.now() - began);
    console.log(`from the press to the other person's screen: ${took} ms`);
    await see(seen).toContainText('Anna');
  }, 120_000);

  it('both reach for the same step: one does it, the other hears who was first', async () => {
    bensLine.slow();
    await atAnna.getByRole('button', { name: /^Erledigt ?: Belege sichern$/ }).click();
    await seeing(atAnna.getByRole('button', { name: /^erledigt: Belege sichern/ })).toBeVisible();
    await atBen.getByRole('button', { name: /^Done ?: Secure the evidence$/ }).click();
    await seeing(atBen.getByText(/Someone was quicker: .*Anna/)).toBeVisible();
    bensLine.quick();
    await seeing(atBen.getByRole('button', { name: /^done: Secure the evidence/ })).toContainText(
      'Anna',
    );
  }, 120_000);

  it('Ben skips a step with a reason, and a note of his stands in Anna’s timeline', async () => {
    const step = stepOf(atBen, 'Stop scheduled posts and ads');
    await step.click();
    await atBen
      .getByRole('button', { name: /^Skip ?: / })
      .first()
      .click();
    const dialog = atBen.getByRole('dialog');
    await seeing(dialog.getByRole('button', { name: 'Skip' })).toBeDisabled();
    await dialog.getByLabel('Reason').fill('Snapshots came with the alert');
    await dialog.getByRole('button', { name: 'Skip' }).click();
    await seeing(atAnna.getByText('Snapshots came with the alert').first()).toBeVisible();
    await atBen.keyboard.press('Escape');
    await atBen.getByRole('heading', { level: 1 }).click();
    await atBen.keyboard.press('f');
    await atBen.keyboard.type('No one is hurt.');
    await atBen.getByLabel('Source', { exact: true }).fill('Hotline');
    await atBen.getByRole('button', { name: 'Write down', exact: true }).click();
    await see(atAnna.getByText('No one is hurt. (Quelle: Hotline)')).toBeVisible({
      timeout: SOON_MS,
    });
  }, 120_000);

  it('who may not judge a legal clock reads who can', async () => {
    const fulfil = atBen.getByRole('button', { name: /^Does not apply/ }).first();
    await seeing(fulfil).toHaveAttribute('aria-disabled', 'true');
    await seeing(fulfil).toHaveAttribute('title', /Legal/);
  });

  it('a console that was away has everything when it comes back, without loading again', async () => {
    await atBen.evaluate(() => (window.name = 'never reloaded'));
    await bensLine.cut();
    await until(async () => (await atBen.getByText('disconnected', { exact: true }).count()) > 0);
    const field = atAnna.getByRole('textbox', { name: 'Was geschieht, für alle in der Lage' });
    for (const text of ['Eins', 'Zwei', 'Drei']) {
      await field.fill(`Während Ben weg war: ${text}`);
      await atAnna.getByRole('button', { name: 'Eintragen', exact: true }).click();
      await seeing(field).toHaveValue('');
    }
    bensLine.mend();
    await atBen.getByRole('button', { name: 'Try now' }).click();
    for (const text of ['Eins', 'Zwei', 'Drei']) {
      await seeing(atBen.getByText(`Während Ben weg war: ${text}`)).toBeVisible();
    }
    expect(await atBen.evaluate(() => window.name)).toBe('never reloaded');
    const [view] = await anna.caller.done(anna.caller.get<IncidentView[]>('/incidents'));
    await seeing(atBen.getByText(`${view?.incident.version} entries`)).toBeVisible();
  }, 90_000);

  it('Anna ends it with a reason, Ben sees it, and the list still finds what was said', async () => {
    await atAnna.getByRole('button', { name: 'Entwarnung geben', exact: true }).click();
    const dialog = atAnna.getByRole('dialog');
    await seeing(dialog.getByText('nicht erfüllt').first()).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atAnna, 'all-clear')));
    await dialog.getByLabel('Warum sie dennoch endet').fill('Probelauf beendet');
    await dialog.getByRole('button', { name: 'Entwarnung geben' }).click();
    await seeing(atBen.getByText(/All-clear by Anna/)).toBeVisible();
    await atBen.goto('/incidents?words=hurt');
    faults.push(...(await faultsOf(atBen, 'incidents')));
    await atBen.getByRole('link', { name: /No one is hurt/ }).click();
    await seeing(atBen.getByText('No one is hurt. (source: Hotline)')).toBeVisible();
  }, 180_000);

  it('axe finds nothing, in both languages and appearances, and nothing scrolls sideways', () => {
    expect(faults).toEqual([]);
  });
});

const stepOf = (page: Page, title: string) =>
  page.locator('button[data-entry]').filter({ hasText: title });

import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserLaunchOptions } from './support/browser.js';
import { Feed } from './support/feed.js';
import { Line } from './support/line.js';
import { emailOf, openWindow, PASSWORD, PATIENCE_MS, signIn } from './support/people.js';
import { faultsInBothSchemes, faultsOf, PAGES, takePicture } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('two people watch a storm', () => {
  let server: Server;
  let browser: Browser;
  /** Set up the house; reads German. */
  let anna: Page;
  /** Was invited; reads English. */
  let ben: Page;
  let bensLine: Line;
  let feed: Feed;
  /** What was wrong with the screens on the way. */
  const faults: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  it('Anna sets the house up by the one-time link', async () => {
    anna = await openWindow(browser, server.url);
    const link = await server.setupLink();
    await anna.goto(link);
    await seeing(anna.getByRole('heading', { name: 'Haus einrichten' })).toBeVisible();
    faults.push(...(await faultsOf(anna, 'set-up')));
    await anna.getByLabel('Erste Marke').fill('Nordwind');
    await anna.getByLabel('Ihr Name').fill('Anna');
    await anna.getByLabel('E-Mail-Adresse').fill(emailOf('Anna'));
    await anna.getByLabel('Neues Passwort').fill(PASSWORD);
    await anna.getByLabel('Passwort wiederholen').fill(PASSWORD);
    await anna.getByRole('button', { name: 'Einrichten und anmelden' }).click();
    await seeing(anna.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    await seeing(anna.getByText('verbunden', { exact: true })).toBeVisible();
  }, 120_000);

  it('the link works once', async () => {
    const stranger = await openWindow(browser, server.url);
    await stranger.goto(await server.setupLink());
    await stranger.getByLabel('Erste Marke').fill('Fremd');
    await stranger.getByLabel('Ihr Name').fill('Fremd');
    await stranger.getByLabel('E-Mail-Adresse').fill(emailOf('Fremd'));
    await stranger.getByLabel('Neues Passwort').fill(PASSWORD);
    await stranger.getByLabel('Passwort wiederholen').fill(PASSWORD);
    await stranger.getByRole('button', { name: 'Einrichten und anmelden' }).click();
    await seeing(stranger.getByRole('alert').filter({ hasText: 'bereits' })).toBeVisible();
    await stranger.context().close();
  });

  it('an empty house says what to do next', async () => {
    await seeing(anna.getByRole('heading', { name: 'Noch wird nichts beobachtet' })).toBeVisible();
    await seeing(anna.getByRole('button', { name: 'Thema anlegen' })).toBeVisible();
    await seeing(anna.getByRole('button', { name: 'Datei oder Quelle anbinden' })).toBeVisible();
    faults.push(...(await faultsOf(anna, 'empty board')));
  }, 120_000);

  it('Anna connects a source; its token is shown once', async () => {
    await anna.getByRole('button', { name: 'Datei oder Quelle anbinden' }).click();
    await anna.getByRole('button', { name: 'Quelle anlegen' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Presse und Netz');
    faults.push(...(await faultsInBothSchemes(anna, 'add source')));
    await dialog.getByRole('button', { name: 'Quelle anlegen' }).click();
    const token = await anna.getByRole('dialog').getByLabel('Token', { exact: true }).inputValue();
    expect(token.length).toBeGreaterThan(30);
    feed = new Feed(server.url, token);
    await anna.keyboard.press('Escape');
    await seeing(anna.getByRole('dialog')).toHaveCount(0);
  }, 120_000);

  it('Anna creates two topics, and a mistake in a query is shown at its place', async () => {
    await anna.goto('/topics/new');
    await anna.getByLabel('Suchanfrage').fill('(nordwind OR');
    await seeing(anna.getByText(/Ab Zeichen \d+:/).first()).toBeVisible();
    await seeing(anna.locator('[data-mistake]').first()).toBeVisible();
    faults.push(...(await faultsOf(anna, 'topic with a mistake')));
    await createTopic(anna, 'Nordwind', 3);
    await anna.goto('/topics/new');
    await createTopic(anna, 'Südwind', 4);
    faults.push(...(await faultsOf(anna, 'topic')));
  }, 120_000);

  it('Anna invites Ben, and Ben comes in by his link, in English', async () => {
    await anna.goto('/people');
    await anna.getByRole('button', { name: 'Einladen' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ben');
    await dialog.getByLabel('E-Mail-Adresse').fill(emailOf('Ben'));
    await dialog.getByLabel('Sprache').selectOption('en');
    await dialog.getByLabel('Rolle', { exact: true }).selectOption('pr');
    await dialog.getByRole('button', { name: 'Rolle hinzufügen' }).click();
    faults.push(...(await faultsInBothSchemes(anna, 'invite')));
    await dialog.getByRole('button', { name: 'Einladung erstellen' }).click();
    const link = await anna.getByLabel('Link', { exact: true }).inputValue();
    ben = await openWindow(browser, server.url, { language: 'en' });
    bensLine = await Line.of(ben);
    await ben.goto(link);
    await seeing(ben.getByRole('heading', { name: 'Welcome, Ben' })).toBeVisible();
    faults.push(...(await faultsOf(ben, 'invitation')));
    await ben.getByLabel('New password').fill(PASSWORD);
    await ben.getByLabel('Repeat the password').fill(PASSWORD);
    await ben.getByRole('button', { name: 'Save and sign in' }).click();
    await seeing(ben.getByRole('heading', { name: 'Storm board' })).toBeVisible();
  }, 120_000);

  it('Anna signs out and in again', async () => {
    await anna.goto('/');
    await anna.getByRole('button', { name: 'Konto von Anna' }).click();
    await anna.getByRole('menuitem', { name: 'Abmelden' }).click();
    await seeing(anna.getByText('Sie sind abgemeldet.')).toBeVisible();
    faults.push(...(await faultsOf(anna, 'sign-in')));
    await signIn(anna, emailOf('Anna'));
    await seeing(anna.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    await seeing(anna.getByText('verbunden', { exact: true })).toBeVisible();
  }, 120_000);

  it('a storm breaks out: both see it, and neither has loaded anything again', async () => {
    await seeing(ben.getByText('connected', { exact: true })).toBeVisible();
    for (const page of [anna, ben]) await page.evaluate(() => (window.name = 'never reloaded'));
    await feed.calm('Nordwind', 10);
    await feed.angry('Nordwind', 8);
    const card = anna.getByRole('article', { name: 'Nordwind' });
    await seeing(card).toContainText('Frische Brise');
    await seeing(card).toContainText('unquittiert');
    await seeing(ben.getByRole('article', { name: 'Nordwind' })).toContainText('Fresh breeze');
    await seeing(anna).toHaveTitle('(1) ▲3 Sturmwarte');
    await feed.angry('Südwind', 8);
    await seeing(ben.getByRole('article', { name: 'Südwind' })).toContainText('Strong wind');
    await seeing(anna).toHaveTitle('(2) ▲4 Sturmwarte');
    await seeing(ben).toHaveTitle('(2) ▲4 Sturmwarte');
    for (const page of [anna, ben]) {
      expect(await page.evaluate(() => window.name)).toBe('never reloaded');
    }
    await takePicture(anna, 'board-storm');
    faults.push(...(await faultsOf(anna, 'board in a storm')));
  }, 120_000);

  it('Anna acknowledges; Ben sees who is on it, and who was first when he tries', async () => {
    // Ben's line is slow: his card keeps its button while the world moves on.
    bensLine.slow();
    await anna.getByRole('button', { name: /^Quittieren\s?: Nordwind$/ }).click();
    await seeing(anna.getByRole('article', { name: 'Nordwind' })).toContainText(
      'Anna kümmert sich',
    );
    await ben.getByRole('button', { name: /^Acknowledge\s?: Nordwind$/ }).click();
    await seeing(
      ben.getByText(/Someone was quicker: already acknowledged by Anna at \d\d:\d\d/),
    ).toBeVisible();
    bensLine.quick();
    await seeing(ben.getByRole('article', { name: 'Nordwind' })).toContainText('Anna is on it');
    await seeing(anna).toHaveTitle('(1) ▲4 Sturmwarte');
    await seeing(ben).toHaveTitle('(1) ▲4 Sturmwarte');
  }, 120_000);

  it('Ben reads why it fired, and who acknowledged', async () => {
    await ben.getByRole('link', { name: 'Nordwind' }).click();
    await seeing(ben.getByRole('heading', { name: 'Why it fired' })).toBeVisible();
    await seeing(ben.getByText('A plain rule of the topic fired.')).toBeVisible();
    const rule = ben.getByRole('row', { name: /Negative mentions within the rule/ });
    await seeing(rule).toContainText('at least 5');
    await seeing(rule).toContainText('met');
    await seeing(ben.getByText(/acknowledged by Anna at/).first()).toBeVisible();
    const detail = ben.getByRole('article', { name: 'Nordwind' });
    await seeing(detail.getByText(/Nordwind ist eine Katastrophe/).first()).toBeVisible();
    await seeing(detail.locator('mark', { hasText: 'Katastrophe' }).first()).toBeVisible();
    await seeing(detail.getByText('Alert opened at level 3')).toBeVisible();
    faults.push(...(await faultsOf(ben, 'alert detail')));
    await detail.getByRole('button', { name: 'Table instead of chart' }).click();
    await seeing(detail.getByRole('columnheader', { name: 'all mentions' })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(ben, 'alert detail with table')));
    await takePicture(ben, 'alert-detail');
  }, 120_000);

  it('Ben closes it as no event with a reason; Anna sees it closed', async () => {
    await anna.getByRole('link', { name: 'Nordwind' }).click();
    await ben.getByRole('button', { name: 'No event' }).click();
    const dialog = ben.getByRole('dialog');
    await seeing(dialog.getByRole('button', { name: 'Close as no event' })).toBeDisabled();
    await dialog.getByLabel('Planned activity').check();
    faults.push(...(await faultsInBothSchemes(ben, 'no event')));
    await dialog.getByRole('button', { name: 'Close as no event' }).click();
    await seeing(anna.getByText('geschlossen: Kein Ereignis (Geplante Aktion)')).toBeVisible();
    await seeing(anna.getByRole('button', { name: 'Wieder öffnen' })).toBeVisible();
  }, 120_000);

  it('Anna gives the all-clear for the other one; nothing waits any more', async () => {
    await anna.getByRole('link', { name: 'Wetterlage' }).first().click();
    await anna.getByRole('link', { name: 'Südwind' }).click();
    await anna.getByRole('button', { name: 'Entwarnung' }).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Entwarnung geben' }).click();
    await seeing(anna.getByText('geschlossen: Entwarnung')).toBeVisible();
    await seeing(anna).toHaveTitle('Sturmwarte');
    await seeing(ben).toHaveTitle('Sturmwarte');
  }, 120_000);

  it.each(PAGES)(
    'the page $de opens',
    async ({ path, de }) => {
      await anna.goto(path);
      await seeing(anna.getByRole('heading', { level: 1, name: de })).toBeVisible();
      await seeing(anna.getByText('verbunden', { exact: true })).toBeVisible();
      faults.push(...(await faultsOf(anna, path)));
    },
    120_000,
  );

  it('a demo storm is a drill: marked, apart, and ended by its lead', async () => {
    await anna.goto('/');
    await anna.getByRole('button', { name: /^Raum:/ }).click();
    await anna.getByRole('menuitem', { name: 'Demo-Sturm abspielen' }).click();
    await seeing(anna.getByText('ÜBUNG – NICHTS GEHT NACH AUSSEN')).toBeVisible();
    await see(anna.getByRole('link', { name: 'Nordlicht Akku' })).toBeVisible({
      timeout: 3 * PATIENCE_MS,
    });
    faults.push(...(await faultsOf(anna, 'drill')));
    await anna.getByRole('button', { name: 'Beenden' }).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Jetzt beenden' }).click();
    await seeing(anna.getByText(/\(beendet\)/).first()).toBeVisible();
    await anna.getByRole('link', { name: 'Zur Live-Wetterlage' }).click();
    await seeing(anna.getByText('ÜBUNG – NICHTS GEHT NACH AUSSEN')).toHaveCount(0);
  }, 120_000);

  it('every screen on the way was well made: light and dark, both languages, phones', () => {
    expect(faults).toEqual([]);
  });
});

async function createTopic(page: Page, name: string, level: 3 | 4): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Suchanfrage').fill(name);
  await seeing(page.getByText('Die Suchanfrage ist verständlich.')).toBeVisible();
  await page.getByRole('button', { name: 'Regel hinzufügen' }).click();
  await page.getByLabel('Mindestens negative').fill('5');
  await page.getByLabel('in Minuten').fill('10');
  await page.getByLabel('dann Stufe').selectOption(String(level));
  await page.locator('form').getByRole('button', { name: 'Thema anlegen' }).click();
  await seeing(page.getByText(`${name} wird ab jetzt beobachtet.`)).toBeVisible();
}

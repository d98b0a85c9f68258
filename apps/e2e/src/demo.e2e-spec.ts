import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, Board, MentionPage, PersonView, SessionView } from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import { browserLaunchOptions } from './support/browser.js';
import { Caller } from './support/caller.js';
import { openWindow, PATIENCE_MS, signIn } from './support/people.js';
import { takePicture } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
/** The story is told in about a minute. */
const STORM_MS = 120_000;
const DRILL = 'ÜBUNG – NICHTS GEHT NACH AUSSEN';
const TOPIC = 'Nordlicht Akku';

describe('npm start -- --demo in an empty folder', () => {
  let server: Server;
  let browser: Browser;
  let password: string;
  let page: Page;
  let lead: Caller;
  let drill: Space;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start({ args: ['--demo'], database: 'embedded' }),
      chromium.launch(await browserLaunchOptions()),
    ]);
    password = (await server.hear(/with the password\s+(\S+)/))[1] ?? '';
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  it('lets one person per role in', async () => {
    lead = await enter('behrens@demo.invalid');
    const admin = await enter('adler@demo.invalid');
    const people = (await admin.get<PersonView[]>('/people')).body;
    const roles = people.flatMap(({ grants }) => grants.map(({ role }) => role));
    expect(new Set(roles).size).toBe(17);
    const spaces = (await lead.get<Space[]>('/spaces')).body;
    const found = spaces.find(({ kind }) => kind === 'drill');
    expect(found).toBeDefined();
    drill = found!;
  }, 120_000);

  it('shows the storm rise to an alarm, marked as a drill', async () => {
    page = await openWindow(browser, server.url);
    await page.goto('/');
    await signIn(page, 'behrens@demo.invalid', password);
    await page.getByRole('button', { name: /^Raum:/ }).click();
    await page.getByRole('menuitem', { name: /^Übung:/ }).click();
    await seeing(page.getByText(DRILL)).toBeVisible();
    const card = page.getByRole('article', { name: TOPIC });
    await see(card).toHaveAttribute('data-level', /[3-6]/, { timeout: STORM_MS });
    await seeing(page).toHaveTitle(/^\(\d\) ▲[3-6] Übung · Sturmwarte$/);
    await takePicture(page, 'demo-storm');
  }, 150_000);

  it('is marked on every page on which it can be seen', async () => {
    await page.getByRole('article', { name: TOPIC }).getByRole('link', { name: /^A-/ }).click();
    await seeing(page.getByRole('heading', { name: 'Warum ausgelöst?' })).toBeVisible();
    await seeing(page.getByText(DRILL)).toBeVisible();
    await takePicture(page, 'demo-alert');
    const outlook = page.getByRole('region', { name: 'Ausblick' });
    await seeing(outlook).toContainText(/In den nächsten 60 Minuten etwa [\d.]+ negative Stimmen/);
    await page.getByRole('button', { name: 'Tabelle statt Diagramm' }).click();
    await seeing(
      page.getByRole('row', { name: /· Ausblick etwa [\d.]+ \(/ }).first(),
    ).toBeVisible();
    for (const name of ['Alarme', 'Stimmen', 'Themen', 'Quellen', 'Wetterlage']) {
      await page.getByRole('navigation').getByRole('link', { name }).first().click();
      await seeing(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await seeing(page.getByText(DRILL)).toBeVisible();
      if (name !== 'Stimmen') continue;
      await seeing(page.getByRole('button', { name: 'Stummschalten' }).first()).toBeVisible();
    }
  }, 120_000);

  it('peaks, eases and ends', async () => {
    const card = page.getByRole('article', { name: TOPIC });
    await see(page.getByText(/\(beendet\)/).first()).toBeVisible({ timeout: STORM_MS });
    await seeing(card).toHaveAttribute('data-level', /[01]/);
    const alerts = (await lead.get<AlertView[]>(`/alerts?space=${drill.id}`)).body;
    const storm = alerts.find(({ topicName }) => topicName === TOPIC);
    expect(storm?.peakLevel).toBeGreaterThanOrEqual(4);
    expect(alerts.find(({ topicName }) => topicName === 'Südwind')?.peakLevel ?? 0).toBeLessThan(3);
  }, 150_000);

  it('can be read when it is over, and offers nothing to be muted in it', async () => {
    for (const name of ['Stimmen', 'Quellen']) {
      await page.getByRole('navigation').getByRole('link', { name }).first().click();
      await seeing(page.getByRole('heading', { level: 1, name })).toBeVisible();
      if (name === 'Stimmen') await seeing(page.getByRole('article').first()).toBeVisible();
      await seeing(page.getByRole('button', { name: /^Stummschalten/ })).toHaveCount(0);
    }
  }, 120_000);

  it('leaves every live figure untouched', async () => {
    const board = (await lead.get<Board>('/board')).body;
    expect(board.cards).toEqual([]);
    expect((await lead.get<AlertView[]>('/alerts')).body).toEqual([]);
    expect((await lead.get<MentionPage>('/mentions')).body.mentions).toEqual([]);
    await page.goto('/');
    await seeing(page).toHaveTitle('Sturmwarte');
    await seeing(page.getByText(DRILL)).toHaveCount(0);
    await seeing(page.getByText(TOPIC)).toHaveCount(0);
  }, 120_000);

  async function enter(email: string): Promise<Caller> {
    const caller = new Caller(server.url);
    await caller.done(caller.post<SessionView>('/session', { email, password }));
    return caller;
  }
});

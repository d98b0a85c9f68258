import { readFileSync } from 'node:fs';
import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView, TopicView } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic } from './support/feed.js';
import { Line } from './support/line.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { noticeOf } from './support/notice-of.js';
import { faultsInBothSchemes, faultsOf, takePicture } from './support/screens.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const PHONE = { width: 390, height: 844 };
const WALL = { width: 1920, height: 1080 };

describe('an executive who decides on the phone', () => {
  let server: Server;
  let browser: Browser;
  /** Leads the incident. */
  let anna: Member;
  let brandt: Member;
  /** The account of the screen on the wall. */
  let screen: Member;
  let olga: Member;
  let room: IncidentView;
  let lead: Page;
  let phone: Page;
  let wall: Page;
  const lines: Line[] = [];
  const faults: string[] = [];

  const open = async (member: Member, path: string, viewport?: typeof PHONE): Promise<Page> => {
    const options = viewport === undefined ? { member } : { member, viewport };
    const page = await openWindow(browser, server.url, options);
    lines.push(await Line.of(page));
    await page.goto(path);
    return page;
  };
  const order = (body: object) =>
    anna.caller.done(
      anna.caller.post(`/incidents/${room.id}/commands`, { seen: 1_000_000, order: body }),
    );

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordlicht');
    const topic: TopicView = await watchTopic(anna, { name: 'Nordlicht', brandId: 1, level: 4 });
    brandt = await welcome(anna, 'Brandt', 'board', topic.brandId);
    screen = await welcome(anna, 'Wand', 'observer', topic.brandId);
    // May see the board, but not the incident.
    olga = await welcome(anna, 'Olga', 'service', topic.brandId);
    lead = await open(anna, '/executive');
    await seeing(lead.getByRole('heading', { name: 'Keine Lage ist offen' })).toBeVisible();
    faults.push(...(await faultsOf(lead, 'calm')));
    await takePicture(lead, 'executive-calm');
    const feed = await openFeed(anna, 'Netz', topic.brandId);
    const { id } = await stirUp(anna, feed, 'Nordlicht');
    const { caller } = anna;
    const asked = { title: 'Akku Nordlicht: Hitze', alertIds: [id], playbookId: 'PB-01' };
    room = await caller.done(caller.post<IncidentView>('/incidents', asked));
    await order({ type: 'set-impact', impact: 'C', reason: 'Menschen' });
    await order({ type: 'list-clock', clock: 'GPSR-9' });
    const seat = { role: 'community', person: { id: anna.id } };
    await order({ type: 'assign-role', ...seat });
    const claims = [
      ['fact', '0 Verletzte bekannt, 41 Geräte gemeldet'],
      ['assumption', 'Charge 7 ist betroffen'],
      ['open', 'Ursache der Hitze'],
    ];
    for (const [standing, text] of claims)
      await order({ type: 'record-claim', standing, text, source: 'Qualität' });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  it('sees the incident appear by itself, on the phone as on the wall', async () => {
    await seeing(lead.getByRole('heading', { name: 'Akku Nordlicht: Hitze' })).toBeVisible();
    phone = await open(brandt, '/executive', PHONE);
    wall = await open(screen, `/executive/${room.id}`, WALL);
    for (const page of [phone, wall]) {
      await seeing(page.getByText('0 Verletzte bekannt', { exact: false })).toBeVisible();
      await seeing(page.getByText('NICHT GEPRÜFT', { exact: false })).toBeVisible();
      await seeing(page.getByText('Tragweite C', { exact: false })).toBeVisible();
    }
  }, 120_000);

  it('reads the status the moment the lead writes it', async () => {
    await lead.getByRole('button', { name: 'Fassung schreiben' }).click();
    const dialog = lead.getByRole('dialog');
    await dialog
      .getByLabel('Die Lage in drei Sätzen')
      .fill('Geräte werden beim Laden heiß. Niemand ist verletzt. Die Ursache ist offen.');
    await dialog.getByLabel('Was wir tun').fill('Sendestopp gesetzt\nRückläufer werden geprüft');
    await seeing(dialog.getByText('alle 60 Minuten', { exact: false })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(lead, 'status')));
    await takePicture(lead, 'executive-status');
    await dialog.getByRole('button', { name: 'Der Leitung zeigen' }).click();
    for (const page of [phone, wall]) {
      await seeing(page.getByText('Geräte werden beim Laden heiß', { exact: false })).toBeVisible();
      await seeing(page.getByText('Sendestopp gesetzt')).toBeVisible();
      await seeing(page.getByText('Nächste Fassung', { exact: false })).toBeVisible();
    }
  }, 120_000);

  it('is asked one question and decides by a button; the wall shows it live', async () => {
    await lead.getByRole('button', { name: 'Entscheidung anfragen' }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByLabel('Wer entscheidet').selectOption({ label: 'Brandt' });
    await dialog.getByLabel('Vertretung').selectOption({ label: 'Anna' });
    await dialog.getByLabel('Frage').fill('Stoppen wir den Verkauf?');
    await dialog.getByLabel('Möglichkeit A').fill('Verkauf stoppen');
    await dialog.getByLabel('Möglichkeit B').fill('Noch warten');
    await dialog.getByLabel('Empfehlung').selectOption('a');
    faults.push(...(await faultsInBothSchemes(lead, 'ask')));
    await takePicture(lead, 'executive-ask');
    await dialog.getByRole('button', { name: 'Anfragen' }).click();

    await seeing(phone.getByRole('heading', { name: 'Stoppen wir den Verkauf?' })).toBeVisible();
    await seeing(wall.getByText('Angefragt bei Brandt', { exact: false })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(phone, 'decision on the phone')));
    // Anna is the deputy.
    await seeing(lead.getByText('Sie vertreten', { exact: false })).toBeVisible();
    faults.push(...(await faultsOf(lead, 'decision')));
    await takePicture(phone, 'executive-phone');
    await takePicture(wall, 'executive-wall');

    await phone.getByRole('button', { name: 'Noch warten' }).click();
    const sure = phone.getByRole('dialog');
    const confirm = sure.getByRole('button', { name: 'Entscheiden' });
    // Against the recommendation: not without a reason.
    await seeing(confirm).toBeDisabled();
    await sure.getByLabel('Grund').fill('Erst die Rückläufer ansehen');
    faults.push(...(await faultsInBothSchemes(phone, 'decide')));
    await takePicture(phone, 'executive-decide');
    await confirm.click();

    await seeing(wall.getByText('Noch warten (Brandt', { exact: false })).toBeVisible();
    await seeing(wall.getByText('Erst die Rückläufer ansehen', { exact: false })).toBeVisible();
    await seeing(phone.getByRole('button', { name: 'Noch warten' })).toHaveCount(0);
  }, 90_000);

  it('finds it all on one sheet of paper, and as PDF', async () => {
    await phone.getByRole('link', { name: 'Lagebild drucken' }).click();
    await seeing(phone.getByText(/Prüfsumme [0-9a-f]{64}/)).toBeVisible();
    faults.push(...(await faultsInBothSchemes(phone, 'report on the phone')));
    const waiting = phone.waitForEvent('download');
    await phone.getByRole('link', { name: 'PDF auf Deutsch' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^L-\d{4}-001-de\.pdf$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    // Printed from a browser it is one sheet, too.
    await wall.goto(`/incidents/${room.id}/report`);
    await seeing(wall.getByText(/Prüfsumme/)).toBeVisible();
    faults.push(...(await faultsOf(wall, 'report')));
    await takePicture(wall, 'executive-report');
    const printed = (await wall.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect([...printed.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(1);
  }, 90_000);

  it('Anna ticks a simple step from her list, and it is gone', async () => {
    await lead.goto('/tasks');
    const list = lead.getByRole('list', { name: 'Aufgaben, die dringendste zuerst' });
    const tick = list.getByRole('button', { name: /^Erledigt: / }).first();
    await seeing(tick).toBeVisible();
    faults.push(...(await faultsOf(lead, 'tasks')));
    await takePicture(lead, 'tasks');
    const name = (await tick.getAttribute('aria-label')) ?? '';
    await tick.click();
    await seeing(list.getByRole('button', { name, exact: true })).toHaveCount(0);
    const { body } = await anna.caller.get<IncidentView>(`/incidents/${room.id}`);
    const done = body.incident.runs.flatMap(({ steps }) => Object.values(steps));
    expect(done.filter(({ standing }) => standing === 'done')).toHaveLength(1);
  }, 90_000);

  it('everybody who was alarmed hears of the all-clear, those outside by its number only', async () => {
    const outside = await open(olga, '/');
    await seeing(outside.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    await phone.goto('/');
    await seeing(phone.getByRole('heading', { name: 'Wetterlage' })).toBeVisible();
    const { number } = room.incident;
    await order({ type: 'give-all-clear', note: 'ruhig', reason: 'Probe' });
    await seeing(noticeOf(phone, `Entwarnung: ${number} Akku Nordlicht: Hitze`)).toBeVisible();
    await seeing(noticeOf(outside, `Entwarnung: ${number}`)).toBeVisible();
    expect(await outside.getByText('Akku Nordlicht: Hitze').count()).toBe(0);
  }, 120_000);

  it('nothing was wrong with any of these screens', () => {
    expect(faults).toEqual([]);
  });
});

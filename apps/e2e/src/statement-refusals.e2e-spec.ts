import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserLaunchOptions } from './support/browser.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf } from './support/screens.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';
import { prove, Words } from './support/words.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('who may not approve, and what may not leave', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let ben: Member;
  let bea: Member;
  let clara: Member;
  let dora: Member;
  /** Administration alone. */
  let adam: Member;
  let words: Words;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch(await browserLaunchOptions());
    server = await Server.start();
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    ben = await welcome(anna, 'Ben', 'pr', null);
    bea = await welcome(anna, 'Bea', 'pr', null);
    clara = await welcome(anna, 'Clara', 'legal', null);
    dora = await welcome(anna, 'Dora', 'community', null);
    adam = await welcome(anna, 'Adam', 'admin', null);
    words = await Words.open(anna, 'Nordlicht: Akku wird heiß');
    await words.must(anna, {
      type: 'assign-role',
      ...{ role: 'pr', person: { id: ben.id }, deputy: { id: bea.id } },
    });
    await words.must(anna, { type: 'assign-role', role: 'legal', person: { id: clara.id } });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const asked = async (title: string, writer = dora): Promise<number> => {
    const id = await words.draft(writer, title, { 'website-de': `${title}: Wir prüfen. ^DO` });
    await words.ask(writer, id);
    return id;
  };
  const codeOf = async (answer: ReturnType<Words['approve']>) => (await answer).body.code;

  it('an author does not approve, and reads it at the button', async () => {
    const id = await asked('Von Ben', ben);
    expect(await codeOf(words.approve(ben, id, 'pr'))).toBe('author-approves');
    const atBen = await openWindow(browser, server.url, { member: ben });
    await atBen.goto(`/approvals?item=${words.id}-${id}`);
    const approve = atBen.getByRole('button', { name: /^Freigeben/ });
    await seeing(approve).toHaveAttribute('aria-disabled', 'true');
    await seeing(approve).toHaveAttribute('title', /mitgewirkt/);
    faults.push(...(await faultsOf(atBen, 'author')));
    await atBen.context().close();
  }, 90_000);

  it('nobody says yes twice, and administration never does', async () => {
    const id = await asked('Zweimal');
    expect((await words.approve(ben, id, 'pr')).status).toBeLessThan(300);
    expect(await codeOf(words.approve(ben, id, 'pr'))).toBe('approved-already');
    expect([403, 404]).toContain(
      (await words.approve(adam, id, 'pr').catch(() => ({ status: 403 }))).status,
    );
  }, 120_000);

  it('an edit voids what was approved; a yes to the words before it is refused', async () => {
    const id = await asked('Geändert');
    await words.approve(ben, id, 'pr');
    const [old] = await words.bound(clara, id);
    await words.must(dora, {
      type: 'write-variant',
      ...{ statement: id, base: 1, channel: 'website', language: 'de', text: 'Anders. ^DO' },
    });
    await prove(clara);
    const late = await words.tries(clara, {
      type: 'approve-wording',
      ...{ statement: id, variants: [old], role: 'legal' },
    });
    expect(late.body.code).toBe('wording-changed');
    const atDora = await openWindow(browser, server.url, { member: dora });
    await atDora.goto(`/incidents/${words.id}/statements/${id}`);
    await seeing(atDora.getByText('Freigabe erloschen').first()).toBeVisible();
    await seeing(atDora.getByText(/Die Freigabe von Ben .* ist erloschen/)).toBeVisible();
    await atDora.context().close();
  }, 120_000);

  it('the deputy waits, and answers once the holder has said “not reachable”', async () => {
    const id = await asked('Vertretung');
    const atBea = await openWindow(browser, server.url, { member: bea });
    await atBea.goto(`/approvals?item=${words.id}-${id}`);
    await seeing(atBea.getByText(/Ihre Zeit als Vertretung .* beginnt in \d min/)).toBeVisible();
    const approve = atBea.getByRole('button', { name: /^Freigeben/ });
    await seeing(approve).toHaveAttribute('aria-disabled', 'true');
    await words.must(ben, { type: 'say-reachable', reachable: false, note: 'im Flug' });
    await see(approve).not.toHaveAttribute('aria-disabled', 'true', { timeout: 15_000 });
    await prove(bea);
    await atBea.keyboard.press('f');
    const dialog = atBea.getByRole('dialog');
    faults.push(...(await faultsInBothSchemes(atBea, 'deputy approves')));
    await dialog.getByRole('button', { name: 'Freigeben', exact: true }).click();
    await seeing(atBea.getByText(/von Bea, .* \(als Vertretung\)/)).toBeVisible();
    await words.must(ben, { type: 'say-reachable', reachable: true });
    await atBea.context().close();
  }, 90_000);

  it('a posting stop between the approval and the sending holds it, everywhere and loudly', async () => {
    const id = await asked('Gestoppt');
    await words.approve(ben, id, 'pr');
    await words.approve(clara, id, 'legal');
    const atAnna = await openWindow(browser, server.url, { member: anna });
    await atAnna.goto('/');
    await stopPosting(atAnna);
    const banner = atAnna.getByRole('region', { name: 'Sendestopp: Nordwind' });
    await seeing(banner).toBeVisible();
    const atBen = await openWindow(browser, server.url, { member: ben });
    await atBen.goto(`/incidents/${words.id}/statements/${id}`);
    await seeing(atBen.getByRole('region', { name: 'Sendestopp: Nordwind' })).toBeVisible();
    faults.push(...(await faultsOf(atBen, 'posting stop')));
    await banner.getByRole('button', { name: 'Sendestopp aufheben' }).click();
    const dialog = atAnna.getByRole('dialog');
    await dialog.getByLabel('Grund').fill('Geklärt');
    await dialog.getByRole('button', { name: 'Aufheben', exact: true }).click();
    await seeing(banner).toBeHidden();
    const stops = async () => (await words.incident(anna)).postingStop;
    expect(await until(async () => (await stops()) === null)).toBe(true);
    await atAnna.context().close();
    await atBen.context().close();
  }, 120_000);

  it('no screen of it has a fault', () => {
    expect(faults).toEqual([]);
  });

  async function stopPosting(page: Page): Promise<void> {
    await seeing(page.getByText('verbunden', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Sendestopp');
    await seeing(page.getByRole('option', { name: /^Sendestopp/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Alles Senden anhalten?' });
    await dialog.getByLabel('Grund').fill('Falscher Beitrag geplant');
    faults.push(...(await faultsInBothSchemes(page, 'stop')));
    await dialog.getByRole('button', { name: 'Jetzt anhalten' }).click();
    await page.getByRole('button', { name: 'Verstanden' }).click();
  }
});

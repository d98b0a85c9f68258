import { chromium, expect as see, type Browser, type Locator, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailHouse, Newsroom } from '@sturmwarte/connectors/testing';
import type { ExitMade } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { pressUmlaut, readRequest, tabTo, wallTimeOf } from './support/hands.js';
import { mailText } from './support/mail-text.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { faultsInBothSchemes, takePicture } from './support/screens.js';
import { Server } from './support/server.js';
import { pause, until } from './support/until.js';
import { prove, proveOnScreen, Words } from './support/words.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

const RECIPIENTS = ['redaktion@zeitung.example', 'news@funk.example', 'buero@agentur.example'];
const WORDS = 'Wir prüfen die Hinweise auf heiße Akkus.\nBitte laden Sie „Nordlicht“ nicht. ^DO';
/** A minute is planned to begin no sooner than this: somebody has to stop it before. */
const ROOM_TO_STOP_MS = 12_000;
/** The sender looks every second. */
const SURELY_SENT_MS = 3_000;

describe('what leaves the house', () => {
  let server: Server;
  let browser: Browser;
  let press: MailHouse;
  let newsroom: Newsroom;
  /** Administration and lead. */
  let anna: Member;
  /** PR: publishes. */
  let ben: Member;
  /** Legal. */
  let clara: Member;
  /** Community: writes. */
  let dora: Member;
  let atAnna: Page;
  let atBen: Page;
  let atDora: Page;
  let words: Words;
  let plannedFor = 0;
  const faults: string[] = [];

  beforeAll(async () => {
    [press, newsroom, browser, server] = await Promise.all([
      MailHouse.open(),
      Newsroom.open(),
      browserLaunchOptions().then((options) => chromium.launch(options)),
      Server.start(),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    ben = await welcome(anna, 'Ben', 'pr', null);
    clara = await welcome(anna, 'Clara', 'legal', null);
    dora = await welcome(anna, 'Dora', 'community', null);
    words = await Words.open(anna, 'Nordlicht: Akku wird heiß');
    for (const [role, person] of [['pr', ben] as const, ['legal', clara] as const]) {
      await words.must(anna, { type: 'assign-role', role, person: { id: person.id } });
    }
    await opensExits();
    [atAnna, atBen, atDora] = await Promise.all([
      openWindow(browser, server.url, { member: anna }),
      openWindow(browser, server.url, { member: ben }),
      openWindow(browser, server.url, { member: dora }),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await press?.close();
    await newsroom?.close();
  }, 120_000);

  it('Ben sends it to the press: each recipient has the exact words, and the receipt stands in the room', async () => {
    await opens(atBen, await released('An die Presse', 'press', WORDS));
    const dialog = await asks(atBen, 'Veröffentlichen');
    await seeing(dialog.getByText('Presseverteiler per E-Mail', { exact: false })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atBen, 'publish')));
    await takePicture(atBen, 'publish');
    await dialog.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
    await proveOnScreen(atBen);
    await seeing(sent(atBen).getByText(/veröffentlicht \d\d:\d\d/)).toBeVisible();
    await seeing(sent(atBen).getByText('vom Empfänger bestätigt', { exact: false })).toBeVisible();
    expect(press.mails.map(({ to }) => to).sort()).toEqual([...RECIPIENTS].sort());
    for (const { raw } of press.mails) expect(mailText(raw)).toBe(WORDS);
  }, 120_000);

  it('the next one is planned; Anna stops all posting, and everybody sees what is held', async () => {
    await opens(atBen, await released('Geplant', 'website', 'Charge 7 wird ersetzt. ^DO'));
    const dialog = await asks(atBen, 'Veröffentlichen');
    await dialog.getByRole('radio', { name: /^Newsroom/ }).check();
    await dialog.getByRole('radio', { name: 'Zu einer Uhrzeit' }).check();
    plannedFor = Math.ceil((Date.now() + ROOM_TO_STOP_MS) / 60_000) * 60_000;
    await dialog.getByLabel('Nicht vor').fill(await wallTimeOf(atBen, plannedFor));
    await dialog.getByRole('button', { name: 'Einplanen' }).click();
    await proveOnScreen(atBen);
    await seeing(sent(atBen).getByText(/übergeben von Ben/)).toBeVisible();

    await atAnna.goto(`/incidents/${words.id}`);
    await atAnna.getByRole('button', { name: 'Sendestopp', exact: true }).click();
    const stop = atAnna.getByRole('dialog', { name: 'Alles Senden anhalten?' });
    await stop.getByLabel('Grund').fill('Die Charge stimmt vielleicht nicht');
    await stop.getByRole('button', { name: 'Jetzt anhalten' }).click();
    expect(Date.now()).toBeLessThan(plannedFor);
    await seeing(atAnna.getByText('1 Veröffentlichung wird gehalten').first()).toBeVisible();
    await atAnna.getByRole('button', { name: 'Verstanden' }).click();
    await atDora.goto('/');
    for (const page of [atAnna, atBen, atDora]) {
      const held = banner(page).getByText('1 Veröffentlichung wird gehalten');
      await seeing(held).toBeVisible();
      await held.click();
      const row = banner(page).getByRole('listitem');
      await seeing(row).toContainText(
        /^L-\d{4}-\d{3} Nordlicht: Akku wird heiß: Website · Deutsch → Newsroom/,
      );
    }
    await seeing(sent(atBen).getByText(/vom Sendestopp gehalten/)).toBeVisible();
  }, 120_000);

  it('meanwhile Ben answers three requests without a mouse: yes, back with a change, no', async () => {
    const ids: number[] = [];
    for (const title of ['Erste Antwort', 'Zweite Antwort', 'Dritte Antwort']) {
      const id = await words.draft(dora, title, { 'website-de': `${title}: wir prüfen. ^DO` });
      await words.ask(dora, id);
      ids.push(id);
    }
    await prove(ben);
    await atBen.goto('/approvals');
    await seeing(atBen.locator('[data-entry]')).toHaveCount(3);

    await readRequest(atBen, 'Erste Antwort');
    await atBen.keyboard.press('f');
    const dialog = atBen.getByRole('dialog');
    await seeing(dialog.getByText('Erste Antwort: wir prüfen. ^DO')).toBeVisible();
    await tabTo(atBen, dialog.getByRole('button', { name: 'Freigeben', exact: true }));
    await atBen.keyboard.press('Enter');
    await seeing(dialog).toHaveCount(0);

    await readRequest(atBen, 'Zweite Antwort');
    await pressUmlaut(atBen);
    await seeing(dialog.getByLabel('Was zu ändern ist')).toBeFocused();
    await seeing(dialog.getByLabel('Was zu ändern ist')).toHaveValue('');
    await atBen.keyboard.type('Bitte die Charge nennen.');
    await tabTo(atBen, dialog.getByRole('button', { name: 'Zurückgeben', exact: true }));
    await atBen.keyboard.press('Enter');
    await seeing(dialog).toHaveCount(0);

    await readRequest(atBen, 'Dritte Antwort');
    await atBen.keyboard.press('x');
    await seeing(dialog.getByLabel('Grund')).toBeFocused();
    await atBen.keyboard.type('Das ist nicht belegt.');
    await tabTo(atBen, dialog.getByRole('button', { name: 'Ablehnen', exact: true }));
    await atBen.keyboard.press('Enter');
    await seeing(dialog).toHaveCount(0);

    const [first, second, third] = await Promise.all(
      ids.map(async (id) => (await words.variants(dora, id))[0]),
    );
    expect(first?.approvals.map(({ by, role }) => [by?.name, role])).toEqual([['Ben', 'pr']]);
    expect(second?.refused).toMatchObject({ kind: 'returned', words: 'Bitte die Charge nennen.' });
    expect(third?.refused).toMatchObject({ kind: 'rejected', words: 'Das ist nicht belegt.' });
  }, 120_000);

  it('and one handed over for later is withdrawn with a reason, and all read it', async () => {
    const id = await released('Doch nicht', 'website', 'Es gibt keinen Tausch. ^DO');
    await opens(atBen, id);
    const publish = await asks(atBen, 'Veröffentlichen');
    await publish.getByRole('radio', { name: /^Newsroom/ }).check();
    await publish.getByRole('radio', { name: 'Zu einer Uhrzeit' }).check();
    await publish.getByRole('button', { name: 'Einplanen' }).click();
    await proveOnScreen(atBen);
    await opens(atDora, id);
    await seeing(sent(atDora).getByText(/übergeben von Ben/)).toBeVisible();
    await sent(atBen).getByRole('button', { name: 'Zurückziehen' }).click();
    const dialog = atBen.getByRole('dialog');
    await dialog.getByLabel('Grund').fill('Es gibt ihn doch');
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click();
    await seeing(dialog).toHaveCount(0);
    for (const page of [atBen, atDora]) {
      await seeing(sent(page).getByText(/zurückgezogen \d\d:\d\d/)).toBeVisible();
      await seeing(sent(page).getByText('Es gibt ihn doch')).toBeVisible();
    }
    expect(newsroom.calls).toHaveLength(0);
  }, 120_000);

  it('the planned time comes and nothing leaves; lifted with a reason, it leaves once', async () => {
    await pause(Math.max(0, plannedFor - Date.now()) + SURELY_SENT_MS);
    expect(newsroom.calls).toHaveLength(0);
    await banner(atAnna).getByRole('button', { name: 'Sendestopp aufheben' }).click();
    const dialog = atAnna.getByRole('dialog');
    const lift = dialog.getByRole('button', { name: 'Aufheben', exact: true });
    await seeing(lift).toBeDisabled();
    await dialog.getByLabel('Grund').fill('Die Charge stimmt');
    await lift.click();
    for (const page of [atAnna, atBen, atDora]) await seeing(banner(page)).toBeHidden();
    await until(() => newsroom.calls.length > 0);
    await pause(SURELY_SENT_MS);
    expect(newsroom.statements.map(({ data }) => data['text'])).toEqual([
      'Charge 7 wird ersetzt. ^DO',
    ]);
  }, 110_000);

  it('a newsroom takes it and never answers: nobody knows, until Ben looks and says so', async () => {
    newsroom.mood = { kind: 'silent' };
    await opens(atBen, await released('Ohne Antwort', 'website', 'Der Tausch ist frei. ^DO'));
    const publish = await asks(atBen, 'Veröffentlichen');
    await publish.getByRole('radio', { name: /^Newsroom/ }).check();
    await publish.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
    await proveOnScreen(atBen);
    await seeing(sent(atBen).getByText(/UNKLAR seit/)).toBeVisible();
    await sent(atBen).getByRole('button', { name: 'Klären' }).click();
    const dialog = atBen.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Es steht dort', exact: true }).check();
    faults.push(...(await faultsInBothSchemes(atBen, 'settle')));
    await takePicture(atBen, 'settle');
    await dialog.getByLabel('Link').fill('https://news.example.org/tausch');
    await dialog.getByLabel('Woher Sie das wissen').fill('Auf der Seite gesehen');
    await dialog.getByRole('button', { name: 'Festhalten' }).click();
    await proveOnScreen(atBen);
    await seeing(sent(atBen).getByText('von einer Person bestätigt')).toBeVisible();
    const link = sent(atBen).getByRole('link', { name: 'https://news.example.org/tausch' });
    await seeing(link).toHaveAttribute('href', 'https://news.example.org/tausch');
    await pause(SURELY_SENT_MS);
    const texts = newsroom.statements.map(({ data }) => data['text']);
    expect(texts.filter((text) => text === 'Der Tausch ist frei. ^DO')).toHaveLength(1);
  }, 120_000);

  it('Ben puts one up himself, and says where and when', async () => {
    await opens(atBen, await released('Selbst', 'website', 'Die Hotline hat länger offen. ^DO'));
    const dialog = await asks(atBen, 'Von Hand veröffentlicht');
    const keep = dialog.getByRole('button', { name: 'Als veröffentlicht festhalten' });
    await seeing(keep).toBeDisabled();
    faults.push(...(await faultsInBothSchemes(atBen, 'by hand')));
    await takePicture(atBen, 'by-hand');
    const saidAt = await dialog.getByLabel('Veröffentlicht um').inputValue();
    await dialog.getByLabel('Link').fill('https://nordwind.example/hotline');
    await keep.click();
    await proveOnScreen(atBen);
    await seeing(sent(atBen).getByText(`veröffentlicht ${saidAt.slice(11, 16)}`)).toBeVisible();
    await seeing(
      sent(atBen).getByRole('link', { name: 'https://nordwind.example/hotline' }),
    ).toBeVisible();
  }, 120_000);

  it('no dialog of it has a fault', () => {
    expect(faults).toEqual([]);
  });

  async function opensExits(): Promise<void> {
    const [brand] = await anna.caller.done(anna.caller.get<{ id: number }[]>('/brands'));
    await prove(anna);
    const from = { name: 'Nordwind', address: 'presse@nordwind.example' };
    for (const exit of [
      {
        ...{ kind: 'mail', name: 'Presseverteiler', channels: ['press'] },
        settings: {
          ...{ host: '127.0.0.1', port: press.port, security: 'none', privateNetwork: true },
          ...{ from, recipients: RECIPIENTS, unsubscribe: 'mailto:ab@nordwind.example' },
        },
      },
      {
        ...{ kind: 'webhook', name: 'Newsroom', channels: ['website'] },
        // Nowhere to read back: only a person can look.
        settings: { url: newsroom.url, privateNetwork: true, timeoutSeconds: 2 },
      },
    ]) {
      await anna.caller.done(anna.caller.post<ExitMade>(`/brands/${brand?.id}/exits`, exit));
    }
  }

  /** A statement everybody has said yes to. */
  async function released(title: string, channel: string, text: string): Promise<number> {
    const id = await words.draft(dora, title, { [`${channel}-de`]: text });
    await words.ask(dora, id);
    for (const [who, role] of [[ben, 'pr'] as const, [clara, 'legal'] as const]) {
      expect(await words.approve(who, id, role)).toMatchObject({ status: 200 });
    }
    return id;
  }

  const opens = async (page: Page, statement: number): Promise<void> =>
    void (await page.goto(`/incidents/${words.id}/statements/${statement}`));

  async function asks(page: Page, verb: string): Promise<Locator> {
    await page.getByRole('button', { name: verb, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await seeing(dialog).toBeVisible();
    return dialog;
  }
});

const banner = (page: Page): Locator => page.getByRole('region', { name: 'Sendestopp: Nordwind' });

/** What stands under the publications of the statement on the screen. */
const sent = (page: Page): Locator =>
  page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Veröffentlichungen', exact: true }),
  });

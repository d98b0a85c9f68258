import {
  chromium,
  expect as see,
  type Browser,
  type CDPSession,
  type Page,
} from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditRow } from '@sturmwarte/contracts';
import { openDatabase, type Database } from '@sturmwarte/store';
import { Secret, TOTP } from 'otpauth';
import { findViolations } from './support/axe.js';
import { browserLaunchOptions } from './support/browser.js';
import {
  openWindow,
  PASSWORD,
  PATIENCE_MS,
  setUpHouse,
  signIn,
  welcome,
  type Member,
  type WindowOptions,
} from './support/people.js';
import { Server } from './support/server.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const STEP_MS = 30_000;

describe('the proof of identity', () => {
  let server: Server;
  let browser: Browser;
  let db: Database;
  let anna: Member;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    db = await openDatabase(server.databaseUrl, { poolSize: 1 });
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
  }, 120_000);
  afterAll(async () => {
    await db?.close();
    await browser?.close();
    await server?.close();
  }, 120_000);

  /** Browsers know passkeys under this name of one's own machine, not under its number. */
  const local = () => server.url.replace('127.0.0.1', 'localhost');
  const atTheDoor = async (options: WindowOptions = {}): Promise<Page> => {
    const page = await openWindow(browser, local(), options);
    await page.goto('/account');
    return page;
  };
  const goIn = async (page: Page, { email }: Member): Promise<void> => {
    await signIn(page, email);
    await seeing(
      page.getByRole('heading', { level: 1, name: /Mein Konto|My account/ }),
    ).toBeVisible();
  };
  /** Some minutes later, for everybody. */
  const proofsGrowOld = () =>
    db.pool.query(`update session set proven_at = now() - interval '6 minutes'`);
  const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
  const prove = (page: Page) => dialogOf(page, /Bitte weisen Sie nach|Prove that it is you/);
  const codesShown = async (page: Page): Promise<string[]> => {
    const list = page.getByRole('list', { name: /Notfallcodes|Recovery codes/ }).last();
    await seeing(list.getByRole('listitem')).toHaveCount(10);
    const codes = await list.getByRole('listitem').allInnerTexts();
    await page.getByRole('button', { name: /aufbewahrt|have kept/ }).click();
    return codes;
  };
  const soundOf = (page: Page) => findViolations(page);
  const codeNow = (secret: string, at = Date.now()) =>
    new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at });
  /** The next code nobody has used: people wait for it as well, this story looks ahead. */
  const nextCode = (secret: string) => codeNow(secret, Date.now() + STEP_MS);

  it('is asked for with the keyboard alone, and the command goes on by itself', async () => {
    const ben = await welcome(anna, 'Ben', 'pr', null);
    const page = await atTheDoor();
    await goIn(page, ben);
    await proofsGrowOld();
    await page.getByRole('button', { name: 'Authenticator-App einrichten' }).focus();
    await page.keyboard.press('Enter');
    await seeing(prove(page)).toBeVisible();
    await seeing(page.getByLabel('Passwort', { exact: true })).toBeFocused();
    expect(await soundOf(page)).toEqual([]);
    // Away and back: nothing has happened, and the page says why.
    await page.keyboard.press('Escape');
    await seeing(prove(page)).toBeHidden();
    await seeing(page.getByText('Bitte weisen Sie noch einmal nach').first()).toBeVisible();
    await page.getByRole('button', { name: 'Authenticator-App einrichten' }).focus();
    await page.keyboard.press('Enter');
    await seeing(page.getByLabel('Passwort', { exact: true })).toBeFocused();
    await page.keyboard.insertText('not it');
    await page.keyboard.press('Enter');
    await seeing(prove(page).getByRole('alert')).toContainText('nicht richtig');
    await page.getByLabel('Passwort', { exact: true }).selectText();
    // As from a password manager: at once, not key by key.
    await page.keyboard.insertText(PASSWORD);
    await page.keyboard.press('Enter');
    await seeing(dialogOf(page, 'Authenticator-App einrichten')).toBeVisible();
    await page.context().close();
  });

  it('is a code of the app from then on, at the door and before every command', async () => {
    const cem = await welcome(anna, 'Cem', 'pr', null);
    const page = await atTheDoor({ viewport: { width: 390, height: 844 } });
    await goIn(page, cem);
    await page.getByRole('button', { name: 'Authenticator-App einrichten' }).click();
    await seeing(page.getByRole('img', { name: 'QR-Code mit dem Schlüssel' })).toBeVisible();
    const secret = await page.getByLabel('Schlüssel', { exact: true }).inputValue();
    expect(await soundOf(page)).toEqual([]);
    await page.getByLabel('Erster Code aus der App').fill(codeNow(secret));
    await page.getByRole('button', { name: 'Einrichten', exact: true }).click();
    await seeing(dialogOf(page, 'Ihre Notfallcodes')).toBeVisible();
    expect(await soundOf(page)).toEqual([]);
    const codes = await codesShown(page);
    expect(new Set(codes).size).toBe(10);
    await seeing(page.getByText('noch 10 Codes')).toBeVisible();

    await proofsGrowOld();
    await page.getByRole('button', { name: 'Neue Codes' }).click();
    await dialogOf(page, 'Neue Notfallcodes erzeugen?')
      .getByRole('button', { name: 'Neue Codes' })
      .click();
    await seeing(page.getByLabel('Code aus der App')).toBeFocused();
    expect(await page.getByLabel('Code aus der App').getAttribute('autocomplete')).toBe(
      'one-time-code',
    );
    // Escape leaves the question, not the dialog below it.
    await page.keyboard.press('Escape');
    await seeing(prove(page)).toBeHidden();
    await seeing(dialogOf(page, 'Neue Notfallcodes erzeugen?')).toBeVisible();
    await dialogOf(page, 'Neue Notfallcodes erzeugen?')
      .getByRole('button', { name: 'Neue Codes' })
      .click();
    await page.getByLabel('Code aus der App').fill(nextCode(secret));
    await page.getByRole('button', { name: 'Bestätigen' }).click();
    const [first = ''] = await codesShown(page);

    const phone = await atTheDoor({ language: 'en', colorScheme: 'dark' });
    await signIn(phone, cem.email);
    await seeing(phone.getByRole('heading', { name: 'One more step' })).toBeVisible();
    expect(await soundOf(phone)).toEqual([]);
    await seeing(phone.getByLabel('Code from the app')).toBeFocused();
    await phone.keyboard.insertText('000000');
    await phone.keyboard.press('Enter');
    await seeing(phone.getByText('That was not right')).toBeVisible();
    await phone.getByRole('button', { name: 'Recovery code' }).click();
    await phone.getByLabel('Recovery code').fill(first.toLowerCase());
    await phone.getByRole('button', { name: 'Confirm' }).click();
    await seeing(phone.getByRole('heading', { level: 1 })).toHaveText(/Mein Konto|My account/);
    await seeing(phone.getByText(/noch 9 Codes|9 codes left/)).toBeVisible();
    await phone.context().close();
    await page.context().close();
  }, 120_000);

  it('is a passkey where there is one, in the session and at the door, and it can be taken away', async () => {
    const dora = await welcome(anna, 'Dora', 'lead', null);
    const page = await atTheDoor();
    const { cdp, authenticatorId } = await aDevice(page);
    await goIn(page, dora);
    await page.getByRole('button', { name: 'Passkey anlegen' }).click();
    await page.getByLabel('Name des Passkeys').fill('Telefon');
    await page.keyboard.press('Enter');
    await seeing(dialogOf(page, 'Ihre Notfallcodes')).toBeVisible();
    await codesShown(page);
    await seeing(page.getByRole('button', { name: 'Passkey Telefon entfernen' })).toBeVisible();

    // In the session: refused without the person's finger, then proven.
    await proofsGrowOld();
    await page.getByRole('button', { name: 'Neue Codes' }).click();
    await dialogOf(page, 'Neue Notfallcodes erzeugen?')
      .getByRole('button', { name: 'Neue Codes' })
      .click();
    await seeing(prove(page)).toBeVisible();
    expect(await soundOf(page)).toEqual([]);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Passkey verwenden' }).click();
    await seeing(prove(page).getByRole('alert')).toContainText('nichts bestätigt');
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await page.getByRole('button', { name: 'Passkey verwenden' }).click();
    await codesShown(page);

    // At the door.
    await page.context().clearCookies();
    await page.goto('/account');
    await signIn(page, dora.email);
    await page.getByRole('button', { name: 'Passkey verwenden' }).click();
    await seeing(page.getByRole('heading', { level: 1, name: 'Mein Konto' })).toBeVisible();
    const { rows } = await db.pool.query<{ proven_by: string; counter: string }>(
      `select s.proven_by, k.counter from session s join passkey k on k.person_id = s.person_id
       where s.person_id = $1 order by s.id desc limit 1`,
      [dora.id],
    );
    expect(rows[0]?.proven_by).toBe('passkey');
    expect(Number(rows[0]?.counter)).toBeGreaterThanOrEqual(2);

    await page.getByRole('button', { name: 'Passkey Telefon entfernen' }).click();
    await seeing(page.getByText('Das ist Ihr letzter zweiter Faktor')).toBeVisible();
    await page.getByRole('button', { name: 'Entfernen', exact: true }).click();
    await seeing(page.getByRole('button', { name: 'Passkey Telefon entfernen' })).toBeHidden();
    await page.context().close();
  }, 120_000);

  it('that was lost is reset by an administrator, who proves it too; the person is told', async () => {
    const emil = await welcome(anna, 'Emil', 'pr', null);
    const page = await atTheDoor();
    await aDevice(page);
    await goIn(page, emil);
    await page.getByRole('button', { name: 'Passkey anlegen' }).click();
    await page.getByLabel('Name des Passkeys').fill('Schlüsselbund');
    await page.keyboard.press('Enter');
    await codesShown(page);

    await proofsGrowOld();
    const office = await openWindow(browser, server.url, { member: anna });
    await office.goto('/people');
    const row = office.getByRole('listitem').filter({ hasText: emil.email });
    await row.getByRole('button', { name: 'Zweiter Faktor' }).click();
    await office.getByRole('button', { name: 'Zurücksetzen', exact: true }).click();
    await office.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await office.getByRole('button', { name: 'Bestätigen' }).click();
    await seeing(office.getByText('Zweite Faktoren von Emil zurückgesetzt')).toBeVisible();

    // His session has ended; the password is enough again, and he is told.
    await page.goto('/account');
    await goIn(page, emil);
    const told = page.getByText('Anna hat am');
    await seeing(told).toBeVisible();
    expect(await soundOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Verstanden' }).click();
    await seeing(told).toBeHidden();
    const audit = (await anna.caller.get<AuditRow[]>('/audit')).body;
    expect(audit.find(({ action }) => action === 'factors.reset')).toMatchObject({
      by: { name: 'Anna' },
      subject: 'Emil',
    });
    await office.context().close();
    await page.context().close();
  }, 120_000);
});

/** A phone or laptop that knows its owner's finger. */
async function aDevice(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

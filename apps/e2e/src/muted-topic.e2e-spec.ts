import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, MuteView } from '@sturmwarte/contracts';
import { openDatabase, type Database } from '@sturmwarte/store';
import { stirUp, watchTopic } from './support/feed.js';
import { House } from './support/house.js';
import { noticeOf } from './support/notice-of.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf, sidewaysOf, takePicture } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('a topic is muted while everybody knows why', () => {
  let house: House;
  let db: Database;
  let paul: Member;
  /** Mutes, in German. */
  let page: Page;
  /** Is on duty at her board, in English. */
  let mia: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    house = await House.open();
    db = await openDatabase(house.server.databaseUrl, { poolSize: 1 });
    paul = await house.join('Paul', 'pr');
    const onDuty = await house.join('Mia', 'community');
    await watchTopic(paul, { name: 'Nordwind', brandId: house.brandId });
    page = await house.window(paul);
    mia = await house.window(onDuty, { language: 'en' });
  }, 180_000);
  afterAll(async () => {
    await db?.close();
    await house?.close();
  }, 120_000);

  /** The clock of this story: the mute moves, the server's time stays. */
  const endsIn = (seconds: number) =>
    db.pool.query(
      `update mute set until_at = now() + make_interval(secs => $1),
         from_at = least(from_at, now() - interval '1 day') where ended_at is null`,
      [seconds],
    );

  it('an empty list says what a mute is for', async () => {
    await page.goto('/mutes');
    await seeing(page.getByRole('heading', { name: 'Stummschaltungen' })).toBeVisible();
    await seeing(page.getByText('Nichts ist stummgeschaltet.')).toBeVisible();
    faults.push(...(await faultsOf(page, 'no mutes')));
  }, 120_000);

  it('Paul mutes it from its own page, by keyboard, with a reason and an end', async () => {
    await page.goto('/topics');
    await page.getByRole('link', { name: /Nordwind/ }).click();
    const mute = page.getByRole('button', { name: 'Stummschalten' });
    await mute.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await seeing(dialog.getByLabel('Grund')).toBeFocused();
    await see(dialog.getByRole('button', { name: 'Stummschalten' })).toBeDisabled();
    await page.keyboard.type('Die Plakate hängen, der Ärger ist bekannt');
    await dialog.getByRole('button', { name: '1 Stunde' }).click();
    faults.push(...(await faultsInBothSchemes(page, 'mute a topic')));
    await takePicture(page, 'mute-dialog');
    await dialog.getByRole('button', { name: 'Stummschalten' }).click();
    await seeing(page.getByText('Nordwind ist bis').first()).toBeVisible();
    await seeing(page.getByRole('region', { name: 'Stummschaltung' })).toContainText('noch');
    faults.push(...(await faultsOf(page, 'muted topic')));
    await takePicture(page, 'muted-topic');
  }, 120_000);

  it('while it is calm the board says so all the same, with the end', async () => {
    await mia.goto('/');
    const calm = mia.getByRole('region', { name: 'Calm' });
    await seeing(calm).toContainText('1 of them muted');
    await calm.getByRole('button', { name: 'Show calm topics' }).click();
    await seeing(calm.getByRole('link', { name: /^muted until .*: Nordwind$/ })).toBeVisible();
    faults.push(...(await faultsOf(mia, 'calm and muted')));
    await takePicture(mia, 'board-muted-calm');
    await calm.getByRole('button', { name: 'Hide calm topics' }).click();
    await seeing(calm).toContainText('1 of them muted');
  }, 120_000);

  it('a storm breaks out: it is on the board with its alert, and nobody is called', async () => {
    await mia.goto('/');
    await seeing(mia.getByText('connected', { exact: true })).toBeVisible();
    await seeing(mia).toHaveTitle('Sturmwarte');
    const alert: AlertView = await stirUp(paul, house.feed, 'Nordwind');
    const card = mia.getByRole('article', { name: 'Nordwind' });
    await seeing(card).toContainText('Fresh breeze');
    await seeing(card).toContainText('held back');
    await seeing(card).toContainText('muted until');
    await see(mia).toHaveTitle('Sturmwarte');
    await takePicture(mia, 'board-held-back');
    await page.goto(`/alerts/${alert.id}`);
    await seeing(page.getByRole('note')).toContainText('Paul hat das Thema bis');
    faults.push(...(await faultsOf(page, 'alert held back')));
    await takePicture(page, 'alert-held-back');
  }, 120_000);

  it('the list counts what was held back, and its history leads to it', async () => {
    await page.getByRole('link', { name: 'Zur Stummschaltung' }).click();
    const row = page.getByRole('listitem').filter({ hasText: '1 Alarm zurückgehalten' });
    await seeing(row.first()).toContainText('Die Plakate hängen');
    await seeing(page.getByText('stummgeschaltet bis')).toBeVisible();
    faults.push(...(await faultsOf(page, 'mutes')));
    await takePicture(page, 'mutes');
  }, 120_000);

  it('before it ends everybody is warned, wherever they are', async () => {
    // She has only just opened her board: what says it has not been fetched yet.
    await mia.reload();
    await seeing(mia.getByText('connected', { exact: true })).toBeVisible();
    await endsIn(100);
    await seeing(noticeOf(mia, /^The mute of Nordwind ends/)).toBeVisible();
    const banner = mia.getByRole('region', { name: 'Mutes that end soon' });
    await seeing(banner).toContainText('1 alarm held back');
    faults.push(...(await faultsOf(mia, 'a mute ends soon')));
    await takePicture(mia, 'mute-warning');
  }, 120_000);

  it('when it has ended by itself and it still burns, the alarm comes at once', async () => {
    await endsIn(2);
    await seeing(noticeOf(mia, 'The mute of Nordwind has ended.')).toBeVisible();
    await seeing(mia).toHaveTitle('(1) ▲3 Sturmwarte');
    const card = mia.getByRole('article', { name: 'Nordwind' });
    await seeing(card).not.toContainText('held back');
    await seeing(page.getByRole('heading', { name: 'Beendet' })).toBeVisible();
    await seeing(page.getByText(/von selbst beendet/).first()).toBeVisible();
    const [mute] = (await paul.caller.get<MuteView[]>('/mutes')).body;
    expect(mute).toMatchObject({ heldAlarms: 1, endedBy: null });
  }, 120_000);

  it('Paul mutes it once more, changes the end and ends it, all by keyboard, and never loses his place', async () => {
    const focused = page.locator(':focus');
    const add = page.getByRole('button', { name: 'Thema stummschalten' });
    await add.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await seeing(dialog.getByLabel('Grund')).toBeFocused();
    // Seen from afar, not only by its border.
    await see(focused).toHaveCSS('outline-width', '2px');
    await page.keyboard.type('Noch einmal');
    await page.keyboard.press('Tab');
    await see(focused).toHaveText('1 Stunde');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Stummschalten' }).focus();
    await page.keyboard.press('Enter');
    await seeing(add).toBeFocused();
    const row = page.getByRole('listitem').filter({ hasText: 'Noch einmal' }).first();
    await row.getByRole('button', { name: 'Ende ändern' }).focus();
    await page.keyboard.press('Enter');
    await seeing(dialog.getByLabel('Grund')).toBeFocused();
    await page.keyboard.type('Die Plakate hängen länger');
    faults.push(...(await faultsInBothSchemes(page, 'another end of a mute')));
    faults.push(...(await sidewaysOf(page, 'another end of a mute')));
    await dialog.getByRole('button', { name: '1 Tag', exact: true }).focus();
    await page.keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Ende ändern' }).focus();
    await page.keyboard.press('Enter');
    await seeing(row.getByRole('button', { name: 'Ende ändern' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await seeing(dialog.getByRole('button', { name: 'Abbrechen' })).toBeFocused();
    await page.keyboard.press('Tab');
    await seeing(dialog.getByRole('button', { name: 'Jetzt beenden' })).toBeFocused();
    faults.push(...(await faultsInBothSchemes(page, 'end a mute')));
    await dialog.getByRole('button', { name: 'Jetzt beenden' }).press('Enter');
    // The row has moved to those that are over; he with it.
    await seeing(row).toContainText('vorzeitig beendet von Paul');
    await seeing(row.getByRole('button', { name: 'Verlauf' })).toBeFocused();
  }, 120_000);

  it('no screen on the way had a fault', () => {
    expect(faults).toEqual([]);
  });
});

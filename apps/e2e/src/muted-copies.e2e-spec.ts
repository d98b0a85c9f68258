import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, MentionPage, MuteView } from '@sturmwarte/contracts';
import { openDatabase, type Database } from '@sturmwarte/store';
import { watchTopic } from './support/feed.js';
import { House } from './support/house.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf, sidewaysOf, takePicture } from './support/screens.js';
import { until } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const COPIED =
  'hat uns alle betrogen, das ist eine Katastrophe! Wer dort noch kauft, ist selbst schuld, nie wieder! <img src=x onerror=alert(1)>';

describe('a robot shouts at night', () => {
  let house: House;
  let db: Database;
  let paul: Member;
  /** On call, in German. */
  let page: Page;
  const faults: string[] = [];
  let robots = 0;

  beforeAll(async () => {
    house = await House.open();
    db = await openDatabase(house.server.databaseUrl, { poolSize: 1 });
    paul = await house.join('Paul', 'pr');
    await watchTopic(paul, { name: 'Nordwind', brandId: house.brandId });
    await watchTopic(paul, { name: 'Südwind', brandId: house.brandId });
    page = await house.window(paul);
  }, 180_000);
  afterAll(async () => {
    await db?.close();
    await house?.close();
  }, 120_000);

  /** The robot's text in the name of many, with little changes. */
  const robot = (about: string, count: number) =>
    house.feed.send(
      Array.from({ length: count }, () => {
        const n = ++robots;
        const text = `${n % 2 === 0 ? `RT @bot${n}: ` : ''}${about} ${COPIED} https://x.example/${n}`;
        return { externalId: `bot ${n}`, channel: 'x', author: { id: `bot ${n}` }, text };
      }),
    );
  const alertOn = async (topic: string): Promise<AlertView | undefined> =>
    (await paul.caller.get<AlertView[]>('/alerts')).body.find(
      ({ topicName, state }) => topicName === topic && state !== 'closed',
    );
  const mutes = async () => (await paul.caller.get<MuteView[]>('/mutes')).body;

  it('its copies raise an alarm, and whoever is on call mutes them where the alarm names them', async () => {
    let tries = 0;
    const alert = await until(async () => {
      if (tries++ % 100 === 0) await robot('Nordwind', 8);
      const found = await alertOn('Nordwind');
      return (found?.evidence.drivers?.clusters.length ?? 0) > 0 ? found : undefined;
    });
    await page.goto(`/alerts/${alert.id}`);
    const mute = page.getByRole('button', { name: 'Kopien stummschalten' }).first();
    await mute.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await seeing(dialog.getByLabel('Grund')).toBeFocused();
    // The text itself: the alarm that names it lies covered.
    await see(dialog).toContainText('Wer dort noch kauft, ist selbst schuld');
    await page.keyboard.type('Ein Roboter, seit Mitternacht');
    await seeing(dialog.getByLabel('Gilt für')).toContainText('alle Themen von Nordwind');
    faults.push(...(await faultsInBothSchemes(page, 'mute copies')));
    faults.push(...(await sidewaysOf(page, 'mute copies')));
    await takePicture(page, 'mute-copies-dialog');
    await dialog.getByRole('button', { name: '1 Stunde' }).click();
    await dialog.getByRole('button', { name: 'Stummschalten' }).click();
    await seeing(page.getByText('Kopien eines Textes ist bis').first()).toBeVisible();
  }, 120_000);

  it('its copies about another topic of the brand wake nobody, and can be read and counted', async () => {
    await robot('Südwind', 14);
    await until(async () => ((await mutes())[0]?.heldMentions === 14 ? true : undefined));
    const page1 = await paul.caller.get<MentionPage>('/mentions?limit=100');
    expect(page1.body.mentions.filter(({ text }) => text.includes('Südwind'))).toHaveLength(14);
    await page.goto('/mutes');
    const row = page.getByRole('listitem').filter({ hasText: 'Ein Roboter' }).first();
    await seeing(row).toContainText('14 Stimmen zurückgehalten, 14 in der letzten Stunde');
    await seeing(row).toContainText('alle Themen von Nordwind');
    await seeing(row).toContainText('<img src=x onerror=alert(1)>');
    await row.getByRole('button', { name: /Verlauf/ }).click();
    await seeing(row.getByRole('heading', { name: 'Zurückgehalten' })).toBeVisible();
    faults.push(...(await faultsOf(page, 'mute of copies')));
    await takePicture(page, 'mute-of-copies');
    expect(await alertOn('Südwind')).toBeUndefined();
  }, 120_000);

  it('a real storm beside them is an alarm all the same, and says what is muted', async () => {
    await house.feed.angry('Südwind', 9);
    const alert = await until(async () => {
      const found = await alertOn('Südwind');
      return found?.evidence.quiet ? found : undefined;
    });
    expect(alert.level).toBeGreaterThanOrEqual(3);
    await page.goto(`/alerts/${alert.id}`);
    await seeing(page.getByRole('note')).toContainText('14 Stimmen sind stummgeschaltet.');
    faults.push(...(await faultsOf(page, 'alert with muted mentions')));
    await takePicture(page, 'alert-with-muted');
  }, 120_000);

  it('a mention and a source offer the same, by their own names', async () => {
    await page.goto('/mentions');
    const mention = page.getByRole('article').first();
    await mention.getByRole('button', { name: 'Stummschalten' }).click();
    const dialog = page.getByRole('dialog');
    await seeing(dialog.getByLabel('Was')).toContainText('Kopien dieses Textes');
    await dialog.getByLabel('Was').selectOption({ index: 1 });
    faults.push(...(await faultsInBothSchemes(page, 'mute from a mention')));
    await takePicture(page, 'mute-from-a-mention');
    await dialog.getByLabel('Grund').fill('Pöbelt jede Nacht');
    await dialog.getByRole('button', { name: 'Stummschalten' }).click();
    await until(async () => (await mutes()).find(({ subject }) => subject.kind === 'author'));
    await page.goto('/sources');
    await page.getByRole('button', { name: /Stummschalten.*Netz/ }).click();
    await seeing(dialog).toContainText('Quelle Netz');
    await dialog.getByLabel('Grund').fill('Der Anbieter liefert alles doppelt');
    await dialog.getByLabel('Gilt für').selectOption({ label: 'nur Südwind' });
    await dialog.getByRole('button', { name: 'Stummschalten' }).click();
    const source = await until(async () =>
      (await mutes()).find(({ subject }) => subject.kind === 'source'),
    );
    expect(source).toMatchObject({ name: 'Netz', onlyTopicName: 'Südwind' });
    await page.goto('/topics');
    await page.getByRole('link', { name: /Südwind/ }).click();
    await seeing(page.getByRole('region', { name: 'Stummschaltung' })).toContainText('Netz');
    faults.push(...(await faultsOf(page, 'topic with muted things')));
    await takePicture(page, 'topic-with-muted');
  }, 120_000);

  it('when a crowd speaks behind a mute, everybody is warned that it may be a storm', async () => {
    await page.goto('/mutes');
    await seeing(page.getByText('verbunden', { exact: true })).toBeVisible();
    await house.feed.angry('Südwind', 60);
    // Looked for every half minute.
    const warning = page.getByText(/Netz: Die Stummschaltung hält viele verschiedene Leute/);
    await see(warning.first()).toBeVisible({ timeout: 60_000 });
    const row = page.getByRole('listitem').filter({ hasText: 'doppelt' }).first();
    await seeing(row).toContainText('60 Stimmen zurückgehalten');
    await seeing(row).toContainText('Prüfen Sie, ob es ein Sturm ist.');
    faults.push(...(await faultsOf(page, 'a crowd behind a mute')));
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, 'crowd-behind-a-mute');
    await page.emulateMedia({ colorScheme: 'light' });
  }, 120_000);

  it('when they have ended by themselves, what arrives counts again', async () => {
    const { rows } = await db.pool.query<{ id: number }>(
      `update mute set until_at = now() + interval '1 second', from_at = now() - interval '1 day'
       where ended_at is null returning id`,
    );
    expect(rows).toHaveLength(3);
    await until(async () =>
      (await mutes()).every(({ endedAt, endedBy }) => endedAt !== null && endedBy === null)
        ? true
        : undefined,
    );
    const kept = (await mutes()).reduce((sum, { heldMentions }) => sum + heldMentions, 0);
    await robot('Südwind', 3);
    expect((await mutes()).reduce((sum, { heldMentions }) => sum + heldMentions, 0)).toBe(kept);
    await page.goto('/mutes');
    await seeing(page.getByText(/von selbst beendet/).first()).toBeVisible();
    faults.push(...(await faultsOf(page, 'ended mutes')));
  }, 120_000);

  it('no screen on the way had a fault', () => {
    expect(faults).toEqual([]);
  });
});

import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@sturmwarte/store';
import { watchTopic } from './support/feed.js';
import { House } from './support/house.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { faultsOf, takePicture } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const STANDING = 34;
const OVER = 210;

describe('a house that has muted and watches a great deal', () => {
  let house: House;
  let paul: Member;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    house = await House.open();
    paul = await house.join('Paul', 'pr');
    const db = await openDatabase(house.server.databaseUrl, { poolSize: 1 });
    try {
      await db.pool.query(
        `insert into mute (space_id, brand_id, kind, author, name, reason, from_at, until_at, breaks_through,
           by_id, by_name, ended_at, ended_by_id, ended_by_name)
         select 1, $1, 'author', 'A' || n, 'A' || n, case n % 3 when 0 then 'Roboter' else 'Pöbelt' end,
           now() - interval '1 day', now() + make_interval(days => 2), false, 1, 'Paul',
           case when n > $2 then now() - make_interval(mins => n) end,
           case when n > $2 then 1 end, case when n > $2 then 'Paul' end
         from generate_series(1, $2::int + $3::int) as n`,
        [house.brandId, STANDING, OVER],
      );
    } finally {
      await db.close();
    }
    page = await house.window(paul);
  }, 180_000);
  afterAll(async () => house?.close(), 120_000);

  const rows = () => page.getByRole('main').getByRole('listitem');
  const over = () => page.getByRole('region', { name: 'Beendet' });

  it('Paul sees how many stand, and the latest of those that are over', async () => {
    await page.goto('/mutes');
    await seeing(page.getByRole('heading', { name: `In Kraft ${STANDING}` })).toBeVisible();
    await seeing(over().getByRole('listitem')).toHaveCount(25);
    await see(over().getByRole('listitem').first()).toContainText(`A${STANDING + 1}`);
    faults.push(...(await faultsOf(page, 'many mutes')));
    await takePicture(page, 'many-mutes');
  }, 90_000);

  it('by keyboard he reads on, page by page, where the next begin', async () => {
    await over().getByRole('button', { name: 'Weitere zeigen' }).press('Enter');
    await seeing(over().getByRole('listitem')).toHaveCount(50);
    await seeing(page.locator(':focus')).toHaveAttribute('data-entry', String(STANDING + 26));
  }, 120_000);

  it('he finds one by a word of its reason, among those that stand and those that are over', async () => {
    await page.getByLabel('Name, Grund oder Person').fill('roboter');
    await seeing(page.getByRole('heading', { name: 'In Kraft 11' })).toBeVisible();
    await seeing(over().getByRole('listitem')).toHaveCount(25);
    await see(rows().filter({ hasText: 'Pöbelt' })).toHaveCount(0);
    faults.push(...(await faultsOf(page, 'searched mutes')));
    await page.getByLabel('Art', { exact: true }).selectOption({ label: 'Quelle' });
    await seeing(page.getByText('Keine passt zu dieser Suche.')).toHaveCount(2);
    await page.getByLabel('Art', { exact: true }).selectOption({ label: 'alle' });
    await page.getByLabel('Name, Grund oder Person').fill('');
    await seeing(page.getByRole('heading', { name: `In Kraft ${STANDING}` })).toBeVisible();
  }, 120_000);

  it('a link to one that is long over leads to it all the same', async () => {
    await page.goto(`/mutes?mute=${STANDING + OVER}`);
    const asked = page.getByRole('region', { name: 'Aufgerufen' });
    await seeing(asked).toContainText(`A${STANDING + OVER}`);
    await seeing(asked.getByRole('heading', { name: 'Verlauf' })).toBeVisible();
  }, 120_000);

  it('among the topics a long query is cut, and the kind of the topic stays in sight', async () => {
    const name = 'Donaudampfschifffahrt';
    const query = `${name}selektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft OR ${name}`;
    await watchTopic(paul, { name, brandId: house.brandId, query });
    await page.goto('/topics');
    const row = page.getByRole('link', { name: new RegExp(name) });
    await seeing(row).toContainText('Unternehmen');
    expect(await row.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }, 120_000);

  it('no screen on the way had a fault', () => {
    expect(faults).toEqual([]);
  });
});

import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stirUp, watchTopic } from './support/feed.js';
import { firstScreenOnly } from './support/first-screen-only.js';
import { House } from './support/house.js';
import { PATIENCE_MS } from './support/people.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const KIB = 1_024;
/** What script and style of the first screen may weigh, compressed by gzip. */
const BUDGET_KIB = 220;

describe('somebody opens the console for the first time', () => {
  let house: House;
  let page: Page;

  beforeAll(async () => {
    house = await House.open();
    await watchTopic(house.anna, { name: 'Nordwind', brandId: house.brandId });
    await stirUp(house.anna, house.feed, 'Nordwind');
    page = await house.window(house.anna);
  }, 180_000);
  afterAll(() => house?.close(), 120_000);

  it('the board stands, with everything on it, before much had to come over the line', async () => {
    await firstScreenOnly(page);
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (['script', 'stylesheet'].includes(request.resourceType())) asked.add(request.url());
    });
    await page.goto('/');
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toBeVisible();
    await seeing(page.getByRole('button', { name: 'Sendestopp' })).toBeVisible();
    await seeing(page.getByText('verbunden', { exact: true })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const files = await Promise.all(
      [...asked].map(async (url) => ({ url, bytes: await weightOf(url) })),
    );
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0) / KIB;
    // More than nothing: the page did come, and what it came with was weighed.
    expect(total).toBeGreaterThan(100);
    const tooMuch = files.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`);
    expect(total > BUDGET_KIB ? [`${total} KiB`, ...tooMuch].join('\n') : '').toBe('');
  }, 120_000);
});

/** As it is sent to whoever takes gzip, bytes. */
async function weightOf(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  await answer.body?.cancel();
  const length = answer.headers.get('content-length');
  if (!answer.ok || length === null) throw new Error(`${url} has no weight: ${answer.status}`);
  return Number(length);
}

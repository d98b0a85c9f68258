import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { chapters } from './support/chapters.js';
import { House, order } from './support/house.js';
import { Line } from './support/line.js';
import { PATIENCE_MS } from './support/people.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
/** More than a room brings with it when it is opened. */
const MEANWHILE = 260;

describe('a console whose lid was closed for an hour', () => {
  const chapter = chapters();
  let house: House;
  let incidentId = 0;
  let atBen: Page;
  let line: Line;

  beforeAll(async () => {
    house = await House.open();
    incidentId = (await house.incident(house.anna, 'Akku brennt')).id;
    const ben = await house.join('Ben', 'pr');
    atBen = await house.window(ben);
    line = await Line.of(atBen);
    await atBen.clock.install();
    await atBen.goto(`/incidents/${incidentId}`);
    await seeing(atBen.getByText('verbunden', { exact: true })).toBeVisible();
  }, 120_000);
  afterAll(() => house?.close(), 60_000);

  const notes = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `Anruf ${from + at}`);
  const write = async (texts: readonly string[]) => {
    for (const text of texts) {
      await order(house.anna, incidentId, { type: 'write-entry', kind: 'note', text });
    }
  };

  chapter('hears nothing while the others write on', async () => {
    await write(notes(0, 5));
    await seeing(atBen.getByText('Anruf 4', { exact: true })).toBeVisible();
    await atBen.evaluate(() => (window.name = 'never reloaded'));
    await atBen.context().setOffline(true);
    await line.cut();
    await seeing(atBen.getByText('getrennt', { exact: true })).toBeVisible();
    await write(notes(5, 5 + MEANWHILE));
    await atBen.clock.fastForward('01:00:00');
    await see(atBen.getByText('Anruf 5', { exact: true })).toHaveCount(0);
  });

  chapter('has every entry once, in order, when it comes back, without loading again', async () => {
    await atBen.context().setOffline(false);
    line.mend();
    // By itself, or by hand where it waits for its next try.
    await atBen.clock.fastForward('01:00');
    await seeing(atBen.getByText('verbunden', { exact: true })).toBeVisible();
    const last = `Anruf ${4 + MEANWHILE}`;
    await seeing(atBen.getByText(last, { exact: true })).toBeVisible();
    expect(await atBen.evaluate(() => window.name)).toBe('never reloaded');
    const { body } = await house.anna.caller.get<IncidentDetail>(`/incidents/${incidentId}`);
    const { version } = body.incident;
    await seeing(atBen.getByText(`${version} Einträge`)).toBeVisible();
    const held = await entriesHeld(atBen);
    expect(held).toEqual(Array.from({ length: version }, (_, at) => version - at));
  });

  chapter('goes on hearing what is written, in time with the server', async () => {
    await write(['Wieder da']);
    // He has read further down: what is new is counted, not pushed in.
    await atBen.getByRole('button', { name: '1 neuer Eintrag' }).click();
    await seeing(atBen.getByText('Wieder da', { exact: true })).toBeVisible();
    const text = 'Ben schreibt mit';
    await atBen.getByRole('textbox', { name: 'Was geschieht, für alle in der Lage' }).fill(text);
    await atBen.getByRole('button', { name: 'Eintragen', exact: true }).click();
    const { entries } = await house.anna.caller.done(
      house.anna.caller.get<IncidentDetail>(`/incidents/${incidentId}`),
    );
    await seeing(atBen.getByText(text, { exact: true })).toBeVisible();
    expect(new Set(entries.map(({ seq }) => seq)).size).toBe(entries.length);
  });
});

/** The numbers of all entries the console holds, the newest first: on paper it shows every one. */
async function entriesHeld(page: Page): Promise<number[]> {
  const older = page.getByRole('button', { name: 'Ältere Einträge' });
  await older.click();
  await seeing(older).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = page.locator('section[aria-labelledby="timeline"] li [id^="entry-"]');
  await seeing(paper.last()).toHaveId('entry-1');
  const held = await paper.evaluateAll((all) =>
    all.map(({ id }) => Number(id.slice('entry-'.length))),
  );
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  return held;
}

import { expect as see, type Locator, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chapters } from './support/chapters.js';
import { Eyes } from './support/eyes.js';
import { House, order } from './support/house.js';
import { PATIENCE_MS } from './support/people.js';
import { fill, verbOf } from './support/room.js';
import { faultsInBothSchemes, faultsOf, takePicture } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
/** Yesterday at 16:30 by the clock on the wall in Berlin; three days run from the full hour after it. */
const YESTERDAY = new Date(Date.now() - 24 * 3_600_000);
const berlin = (instant: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', ...options }).format(instant);
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(YESTERDAY);

describe('the clocks of the law', () => {
  const chapter = chapters();
  let house: House;
  let incidentId = 0;
  /** Leads; stands in for legal. */
  let atAnna: Page;
  /** Community management: may propose, not judge. */
  let atDora: Page;
  /** Legal. */
  let atRita: Page;
  const eyes = new Eyes();
  const faults: string[] = [];

  /** The card of a duty in somebody's room. */
  const card = (page: Page, id: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByText(new RegExp(`^${id}: `)) });
  const press = (page: Page, id: string, verb: string) =>
    card(page, id)
      .getByRole('button', { name: new RegExp(`^${verb}\\s?: ${id}`) })
      .click();

  beforeAll(async () => {
    house = await House.open();
    const dora = await house.join('Dora', 'community');
    const rita = await house.join('Rita', 'legal');
    const { id } = await house.incident(house.anna, 'Kundendaten im Netz');
    incidentId = id;
    const seat = { type: 'assign-role', role: 'legal', person: { id: rita.id } };
    await order(house.anna, id, { ...seat, deputy: { id: house.anna.id } });
    atAnna = await house.window(house.anna);
    atDora = await house.window(dora, { language: 'en' });
    atRita = await house.window(rita);
    for (const page of [atAnna, atDora, atRita]) await page.goto(`/incidents/${id}`);
  }, 120_000);
  afterAll(() => house?.close(), 60_000);

  chapter('a duty nobody has looked at is as loud as one that runs, for everybody', async () => {
    await seeing(atAnna.getByText('Noch steht keine Pflicht auf der Liste.')).toBeVisible();
    for (const id of ['DSGVO-33', 'DSGVO-34']) {
      const list = atAnna.getByLabel('Weitere Pflicht prüfen');
      await list.selectOption(id);
      await eyes.see(
        atAnna.getByRole('button', { name: 'Auf die Liste setzen' }),
        card(atDora, id).getByText('not assessed'),
        card(atRita, id).getByText('nicht geprüft'),
      );
      await seeing(card(atRita, id)).toHaveAttribute('data-loud', 'true');
      const loud = card(atRita, id).locator('[data-attention]').first();
      await seeing(loud).toHaveAttribute('data-large', '');
    }
    await atDora.goto('/incidents');
    await seeing(atDora.getByText('not assessed').first()).toBeVisible();
    await atDora.goto(`/incidents/${incidentId}`);
  });

  chapter('Dora may only propose the start, and neither waive nor fulfil', async () => {
    await seeing(
      card(atDora, 'DSGVO-33').getByRole('button', { name: /^Does not apply/ }),
    ).toHaveAttribute('aria-disabled', 'true');
    await press(atDora, 'DSGVO-33', 'Start');
    const dialog = atDora.getByRole('dialog');
    await seeing(dialog.getByRole('button', { name: 'Propose to start' })).toBeDisabled();
    await dialog.locator('input[type="datetime-local"]').first().fill(`${DAY}T16:30`);
    await fill(atDora, { 'How it came to be known': 'A customer wrote to the hotline' });
    faults.push(...(await faultsInBothSchemes(atDora, 'propose a clock (en)')));
    await eyes.see(
      verbOf(atDora, 'Propose to start'),
      card(atRita, 'DSGVO-33').getByText(/Dora schlägt vor zu starten, Kenntnis .*16:30/),
    );
    // A proposal is no start: it stays loud.
    await seeing(card(atRita, 'DSGVO-33').getByText('nicht geprüft')).toBeVisible();
    const refused = { type: 'waive-clock', clock: 'DSGVO-33', reason: 'Ich meine' };
    const { caller } = await memberOf(house, 'Dagmar');
    const path = `/incidents/${incidentId}/commands`;
    expect((await caller.post(path, { seen: 1_000_000, order: refused })).status).toBe(403);
  });

  chapter('Rita sets the anchor Dora proposed, and everybody sees when it is due', async () => {
    await press(atRita, 'DSGVO-33', 'Starten');
    const dialog = atRita.getByRole('dialog');
    await seeing(dialog.locator('input[type="datetime-local"]').first()).toHaveValue(
      `${DAY}T16:30`,
    );
    await fill(atRita, { 'Wie es bekannt wurde': 'Der Anruf von gestern' });
    faults.push(...(await faultsInBothSchemes(atRita, 'start a clock')));
    await takePicture(atRita, 'clock-start');
    // The next full hour and 72 hours; to be safe, 72 hours from the minute itself.
    const anchor = new Date(instantIn(`${DAY}T16:30`));
    const due = new Date(anchor.getTime() + 72.5 * 3_600_000);
    const strict = new Date(anchor.getTime() + 72 * 3_600_000);
    const wall = (instant: Date) =>
      berlin(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    await eyes.see(
      verbOf(atRita, 'Starten'),
      card(atAnna, 'DSGVO-33').getByText(/Gestartet von Rita/),
      card(atDora, 'DSGVO-33').getByText(/Started by Rita/),
    );
    const said = (await card(atAnna, 'DSGVO-33').innerText()).replaceAll(/\s+/g, ' ');
    for (const instant of [due, strict]) {
      const [date = '', time = ''] = wall(instant).split(/,? (?=\d\d:)/);
      expect(said).toContain(time);
      expect(said).toContain(date);
    }
    await seeing(card(atAnna, 'DSGVO-33').getByText(/noch \d/)).toBeVisible();
    await seeing(card(atAnna, 'DSGVO-33')).not.toHaveAttribute('data-loud', 'true');
  });

  chapter('a duty is waived by two people, never by one', async () => {
    await press(atRita, 'DSGVO-34', 'Trifft nicht zu');
    await fill(atRita, { Grund: 'Kein hohes Risiko: die Daten waren verschlüsselt' });
    faults.push(...(await faultsInBothSchemes(atRita, 'waive a clock')));
    await eyes.see(
      verbOf(atRita, 'Trifft nicht zu'),
      card(atAnna, 'DSGVO-34').getByText(/Rita sagt: trifft nicht zu/),
    );
    const own = card(atRita, 'DSGVO-34').getByRole('button', { name: /^Bestätigen/ });
    await seeing(own).toHaveAttribute('aria-disabled', 'true');
    await seeing(own).toHaveAttribute('title', /zweite Person/);
    await press(atAnna, 'DSGVO-34', 'Bestätigen: trifft nicht zu');
    await fill(atAnna, { Grund: 'Gutachten gelesen' });
    await eyes.see(
      verbOf(atAnna, 'Bestätigen: trifft nicht zu'),
      card(atDora, 'DSGVO-34').getByText(/says Rita, confirmed by Anna/),
    );
    await seeing(card(atRita, 'DSGVO-34')).not.toHaveAttribute('data-loud', 'true');
  });

  chapter('a duty is fulfilled with its proof', async () => {
    await press(atRita, 'DSGVO-33', 'Erfüllt');
    const dialog = atRita.getByRole('dialog');
    await seeing(dialog.getByRole('button', { name: 'Erfüllt' })).toBeDisabled();
    const proof = 'Eingangsnummer LfDI-4711';
    await fill(atRita, { 'Nachweis (Link, Eingangsnummer, Anhang)': proof });
    faults.push(...(await faultsInBothSchemes(atRita, 'fulfil a clock')));
    await eyes.see(
      verbOf(atRita, 'Erfüllt'),
      card(atAnna, 'DSGVO-33').getByText(`Nachweis: ${proof}`),
      card(atDora, 'DSGVO-33').getByText(proof),
    );
    await seeing(
      card(atAnna, 'DSGVO-33')
        .getByText(/erledigt/)
        .first(),
    ).toBeVisible();
    await press(atRita, 'DSGVO-33', 'Neu prüfen');
    faults.push(...(await faultsInBothSchemes(atRita, 'reassess a clock')));
    await atRita.keyboard.press('Escape');
    await takePicture(atRita, 'clocks');
    faults.push(...(await faultsOf(atRita, 'clocks')));
  });

  chapter('nothing was wrong with any of these screens', async () => {
    expect(faults).toEqual([]);
    eyes.judge();
    return Promise.resolve();
  });
});

/** Somebody else of the community management. */
const memberOf = (house: House, name: string) => house.join(name, 'community');

/** The instant of a wall time in Berlin. */
function instantIn(wall: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  const shown = berlin(new Date(asUtc), { hour: '2-digit', hourCycle: 'h23' });
  const offset = (Number.parseInt(shown, 10) - new Date(asUtc).getUTCHours() + 24) % 24;
  return asUtc - offset * 3_600_000;
}

import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { watchTopic } from './support/feed.js';
import { House } from './support/house.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf, takePicture } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('a match day is planned beforehand', () => {
  let house: House;
  let paul: Member;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    house = await House.open();
    paul = await house.join('Paul', 'pr');
    await watchTopic(paul, { name: 'Nordwind', brandId: house.brandId });
    page = await house.window(paul);
  }, 180_000);
  afterAll(() => house?.close(), 120_000);

  it('an empty calendar says what it is for', async () => {
    await page.goto('/topics');
    await page.getByRole('link', { name: 'Geplante Spitzen' }).click();
    await seeing(page.getByText('Keine Spitze ist geplant.')).toBeVisible();
    faults.push(...(await faultsOf(page, 'no peaks')));
  }, 120_000);

  it('Paul enters it, and is told when it ends before it begins', async () => {
    await page.getByRole('button', { name: 'Spitze planen' }).click();
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Speichern' });
    await seeing(dialog.getByLabel('Titel')).toBeFocused();
    await page.keyboard.type('Pokalspiel');
    await dialog.getByLabel('Von', { exact: true }).fill('2026-12-05T15:00');
    await dialog.getByLabel('Bis', { exact: true }).fill('2026-12-05T14:00');
    await seeing(dialog.getByText('Das Ende liegt vor dem Beginn.')).toBeVisible();
    await see(save).toBeDisabled();
    await dialog.getByLabel('Bis', { exact: true }).fill('2026-12-05T18:30');
    await dialog.getByLabel('Wie viel erwartet wird').selectOption('8');
    faults.push(...(await faultsInBothSchemes(page, 'plan a peak')));
    await takePicture(page, 'peak-dialog');
    await save.click();
    await seeing(page.getByText('das 8-Fache des Üblichen')).toBeVisible();
    faults.push(...(await faultsOf(page, 'planned peaks')));
    await takePicture(page, 'peaks');
  }, 120_000);

  it('he changes it, and takes it away', async () => {
    await page.getByRole('button', { name: /^Ändern/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Wie viel erwartet wird').selectOption('');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await seeing(page.getByText('erwartet, ohne Zahl')).toBeVisible();
    await page.getByRole('button', { name: /^Entfernen/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click();
    await seeing(page.getByText('Keine Spitze ist geplant.')).toBeVisible();
  }, 120_000);

  it('no screen on the way had a fault', () => {
    expect(faults).toEqual([]);
  });
});

import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TopicView } from '@sturmwarte/contracts';
import { House } from './support/house.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { faultsOf, speak, takePicture } from './support/screens.js';
import { pause } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('Pia writes a new topic and wonders what it would have done last week', () => {
  let house: House;
  let pia: Member;
  let page: Page;
  const began = Math.floor((Date.now() - 3 * DAY_MS) / HOUR_MS) * HOUR_MS;
  const faults: string[] = [];

  beforeAll(async () => {
    house = await House.open();
    pia = await house.join('Pia', 'pr');
    await lastWeek();
  }, 400_000);
  afterAll(async () => house?.close(), 120_000);

  /** Six days of a ferry that runs on time, and an evening on which it did not. Nobody watched it. */
  async function lastWeek(): Promise<void> {
    const items: object[] = [];
    const tell = (ms: number, text: string): void => {
      const n = items.length;
      const observedAt = new Date(ms).toISOString();
      items.push({ externalId: `w${n}`, channel: 'x', author: { id: `w${n}` }, text, observedAt });
    };
    const now = Date.now();
    for (let ms = now - 6 * DAY_MS; ms < now - 7 * HOUR_MS; ms += 20 * MINUTE_MS) {
      tell(ms, `Die Fähre war heute pünktlich, Fahrt ${items.length}`);
    }
    for (let n = 0; n < 120; n++) {
      const angry = `Die Fähre ist eine Katastrophe, nie wieder! Beschwerde ${n}`;
      tell(began + Math.floor(n / 4) * MINUTE_MS, angry);
    }
    const { stored } = await house.feed.send(items);
    expect(stored).toBe(items.length);
  }
  const topics = () => pia.caller.done(pia.caller.get<TopicView[]>('/topics'));

  it('she writes a name and a query, and is told that nothing is saved by trying', async () => {
    page = await house.window(pia);
    await page.goto('/topics/new');
    await seeing(page.getByText(/Dafür braucht das Thema einen Namen/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill('Fähre');
    await page.getByRole('textbox', { name: 'Suchanfrage' }).fill('fähre OR fährbetrieb*');
    await page.getByRole('button', { name: 'Regel hinzufügen' }).click();
    await page.getByLabel('Mindestens negative').last().fill('12');
    await page.getByLabel('in Minuten').last().fill('10');
    await seeing(page.getByText(/Gespeichert wird dabei nichts/)).toBeVisible();
  }, 120_000);

  it('she plays it, and sees the evening on which it would have alarmed', async () => {
    await page.getByRole('button', { name: 'Durchspielen' }).click();
    const first = page.getByRole('row').filter({ hasText: '▲ A' }).last();
    await seeing(first).toContainText(wall(began + 2 * MINUTE_MS));
    await seeing(page.getByText(/gespeicherten Stimmen seit/)).toBeVisible();
    await seeing(page.getByRole('application')).toBeVisible();
    await seeing(page.getByRole('button', { name: /beurteilen/ })).toHaveCount(0);
    expect(await topics()).toEqual([]);
    faults.push(...(await faultsOf(page, 'draft look back')));
    await takePictures();
  }, 120_000);

  it('a narrower query would have seen nothing, and she is told that what she sees is older', async () => {
    await page.getByRole('textbox', { name: 'Suchanfrage' }).fill('fähre -katastrophe');
    await seeing(page.getByText(/Der Entwurf hat sich seither geändert/)).toBeVisible();
    await page.getByRole('button', { name: 'Mit dem neuen Stand durchspielen' }).click();
    await seeing(
      page.getByText('Keine der Einstellungen hätte in dieser Zeit Alarm geschlagen.'),
    ).toBeVisible();
  }, 120_000);

  it('she saves it too narrow all the same, and compares it with the first query from the topic itself', async () => {
    await page.getByRole('textbox', { name: 'Suchanfrage' }).fill('fähre -katastrophe -nie');
    await page.locator('form').getByRole('button', { name: 'Thema anlegen' }).click();
    await seeing(page.getByRole('heading', { name: 'Was beobachtet wird' })).toBeVisible();
    expect((await topics()).map(({ name }) => name)).toEqual(['Fähre']);
    await page.getByRole('textbox', { name: 'Suchanfrage' }).fill('fähre OR fährbetrieb*');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: /Was wäre damit gewesen/ }).click();
    const tab = await opened;
    await seeing(tab.getByText('fähre OR fährbetrieb*')).toBeVisible();
    await tab.getByRole('button', { name: '1 Woche' }).click();
    const alarm = tab.getByRole('row').filter({ hasText: '◆ B' }).last();
    await seeing(alarm).toContainText(new RegExp(`${wall(began).slice(0, 2)}:0[0-2]`));
    await seeing(tab.getByText('was die andere Suchanfrage gezählt hätte')).toBeVisible();
    faults.push(...(await faultsOf(tab, 'look back with another query')));
    await tab.close();
  }, 120_000);

  it('and every screen on the way was fit for everybody', () => {
    expect(faults).toEqual([]);
  });

  /** The time of day, in the house's zone. */
  function wall(ms: number): string {
    return new Date(ms).toLocaleTimeString('de-DE', {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  async function takePictures(): Promise<void> {
    if (process.env['PICTURES'] === undefined) return;
    for (const language of ['en', 'de'] as const) {
      await speak(page, language);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const [width, height] of [
          [390, 4_200],
          [1280, 3_000],
        ] as const) {
          await page.setViewportSize({ width, height });
          await pause(500);
          await takePicture(page, `draft-topic-${language}-${colorScheme}-${width}`);
        }
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { House, order } from './support/house.js';
import { PATIENCE_MS } from './support/people.js';
import { faultsInBothSchemes, takePicture } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

/** Each dialog of a room by the button that opens it, in both languages. */
const DIALOGS = [
  ['decide a step', /^Entscheiden\s?: Warnen/, /^Decide\s?: Warn/],
  ['finish a step', /^Erledigt\s?: Risiko einstufen/, /^Done\s?: Rate the risk/],
  ['hand over', /^Übergeben\s?: Einsatzleitung/, /^Hand over\s?: Incident lead/],
  ['sign a hand-over', /^Zeichnen und übernehmen/, /^Sign and take over/],
  ['vacate a seat', /^Frei machen\s?: Einsatzleitung/, /^Vacate\s?: Incident lead/],
  ['start a clock', /^Starten\s?: GPSR-9/, /^Start\s?: GPSR-9/],
  ['waive a clock', /^Trifft nicht zu\s?: GPSR-9/, /^Does not apply\s?: GPSR-9/],
  ['fulfil a clock', /^Erfüllt\s?: DSGVO-33/, /^Fulfilled\s?: DSGVO-33/],
  ['promise', /^Information zusagen/, /^Promise an update/],
  ['first response', /^Erstreaktion eintragen/, /^Record first response/],
  ['level', /^Stufe setzen/, /^Set level/],
  ['impact', /^Tragweite setzen/, /^Set impact/],
  ['record a claim', /^Festhalten$/, /^Record$/],
  ['reachable', /^Ich bin nicht erreichbar/, /^I cannot be reached/],
  ['all-clear', /^Entwarnung geben$/, /^Give the all-clear$/],
] as const;

describe('the dialogs of a room', () => {
  let house: House;
  let incidentId = 0;

  beforeAll(async () => {
    house = await House.open();
    const { anna } = house;
    const rita = await house.join('Rita', 'legal');
    const nils = await house.join('Nils', 'lead');
    incidentId = (await house.incident(anna, 'Akku brennt', { playbookId: 'PB-02' })).id;
    const tell = (body: object) => order(anna, incidentId, body);
    const self = { id: anna.id };
    const seat = { type: 'assign-role', deputy: { id: rita.id } };
    await tell({ ...seat, role: 'lead', person: self });
    await tell({ ...seat, role: 'pr', person: { id: nils.id }, deputy: null });
    await tell({ ...seat, role: 'legal', person: self });
    for (const role of ['quality', 'privacy', 'investor']) {
      await tell({ ...seat, role, person: self, deputy: null });
    }
    const form = { situation: 'ruhig', openDecisions: 'keine', clocks: 'GPSR', nextUpdate: '6:00' };
    await order(nils, incidentId, { type: 'offer-hand-over', role: 'pr', to: self, form });
    const { incident } = await anna.caller.done(
      anna.caller.get<IncidentDetail>(`/incidents/${incidentId}`),
    );
    const run = incident.runs[0]?.id ?? 0;
    const assessed = { subject: 'Akkus', fact: 'Zwei wurden heiß', open: 'Ursache' };
    const inputs = Object.fromEntries(
      Object.entries(assessed).map(([key, words]) => [`${key}:de`, words]),
    );
    await tell({ type: 'finish-step', run, step: 'K1', inputs: {} });
    await tell({ type: 'finish-step', run, step: 'K4', inputs });
    await tell({ type: 'list-clock', clock: 'DSGVO-33' });
    const anchors = { knowledge: new Date(Date.now() - 3_600_000).toISOString() };
    await tell({ type: 'start-clock', clock: 'DSGVO-33', anchors, reason: 'Anruf' });
  }, 120_000);
  afterAll(() => house?.close(), 60_000);

  it.each([['de' as const], ['en' as const]])(
    'are without fault in light and dark, in %s, and leave where one was',
    async (language) => {
      const page = await house.window(house.anna, { language });
      await page.goto(`/incidents/${incidentId}`);
      await seeing(page.getByRole('heading', { level: 1 })).toBeVisible();
      const faults: string[] = [];
      for (const [name, de, en] of DIALOGS) {
        const button = page.getByRole('button', { name: language === 'de' ? de : en }).first();
        await button.click();
        await seeing(page.getByRole('dialog')).toBeVisible();
        faults.push(...(await faultsInBothSchemes(page, `${name} ${language}`, '[role="dialog"]')));
        faults.push(...(await tooWide(page, `${name} ${language}`)));
        await takePicture(page, `dialog-${name.replaceAll(' ', '-')}-${language}`);
        await page.keyboard.press('Escape');
        await seeing(page.getByRole('dialog')).toHaveCount(0);
        await seeing(button).toBeFocused();
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    150_000,
  );
});

/** On the smallest phone a dialog does not scroll sideways. */
async function tooWide(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 320, height: 780 });
  const beyond = await page
    .getByRole('dialog')
    .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  await page.setViewportSize(before);
  return beyond > 0 ? [`${name} is ${beyond} px too wide at 320 px`] : [];
}

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect as see, type Locator, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { chapters } from './support/chapters.js';
import { Eyes } from './support/eyes.js';
import { House } from './support/house.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { fill, panelOf, verbOf } from './support/room.js';
import { faultsInBothSchemes, faultsOf, takePicture } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const LETTER = 'Name: Erika Muster, Tarifänderung vom 3. Mai\n';

describe('what is written in a room', () => {
  const chapter = chapters();
  let house: House;
  let anna: Member;
  let incidentId = 0;
  let folder = '';
  let atAnna: Page;
  /** PR; reads English. */
  let atPaul: Page;
  const eyes = new Eyes();
  const faults: string[] = [];

  const timeline = (page: Page): Locator => page.locator('section[aria-labelledby="timeline"]');
  const write = async (page: Page, kind: RegExp, text: string, source?: string) => {
    await timeline(page).getByRole('button', { name: kind }).first().click();
    await timeline(page).getByRole('textbox').first().fill(text);
    if (source !== undefined) await timeline(page).getByLabel('Quelle').fill(source);
  };
  const writeDown = () => timeline(atAnna).getByRole('button', { name: 'Eintragen', exact: true });

  beforeAll(async () => {
    house = await House.open();
    ({ anna } = house);
    folder = mkdtempSync(join(tmpdir(), 'sturmwarte-room-'));
    const paul = await house.join('Paul', 'pr');
    incidentId = (await house.incident(anna, 'Tarif falsch berechnet')).id;
    atAnna = await house.window(anna);
    atPaul = await house.window(paul, { language: 'en' });
    for (const page of [atAnna, atPaul]) await page.goto(`/incidents/${incidentId}`);
    await seeing(atPaul.getByText('connected', { exact: true })).toBeVisible();
  }, 120_000);
  afterAll(async () => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
    await house?.close();
  }, 120_000);

  chapter('a file is attached with its hash, and the other person takes it along', async () => {
    const file = join(folder, 'Brief der Kundin.txt');
    writeFileSync(file, LETTER);
    await eyes.see(
      () => timeline(atAnna).locator('input[type="file"]').setInputFiles(file),
      timeline(atPaul).getByRole('link', { name: 'Brief der Kundin.txt' }),
      timeline(atPaul).getByText(/salted checksum [0-9a-f]{12}…/),
    );
    const waiting = atPaul.waitForEvent('download');
    await timeline(atPaul).getByRole('link', { name: 'Brief der Kundin.txt' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('Brief der Kundin.txt');
    expect(readFileSync(await download.path(), 'utf8')).toBe(LETTER);
  });

  chapter('an entry is corrected by another; both stay', async () => {
    await write(atAnna, /^Fakt/, '400 Kunden zahlten zu viel.', 'Abrechnung');
    await eyes.see(
      writeDown(),
      timeline(atPaul).getByText('400 Kunden zahlten zu viel. (source: Abrechnung)'),
    );
    await timeline(atAnna)
      .getByRole('button', { name: /^Berichtigen/ })
      .first()
      .click();
    await fill(atAnna, {
      'Wie es heißen muss': '4000 Kunden zahlten zu viel.',
      Grund: 'Eine Null fehlte',
    });
    faults.push(...(await faultsInBothSchemes(atAnna, 'correct an entry')));
    await eyes.see(
      verbOf(atAnna, 'Berichtigen'),
      timeline(atPaul).getByText('4000 Kunden zahlten zu viel.'),
      timeline(atPaul).getByText(/Corrected by Anna in entry \d+/),
    );
    await seeing(timeline(atPaul).getByText(/^400 Kunden zahlten zu viel/)).toBeVisible();
  });

  chapter(
    'Anna asks Paul; he reads it among his tasks, answers, and the question is gone',
    async () => {
      await panelOf(atAnna, /^Fragen/)
        .getByRole('button', { name: 'Fragen', exact: true })
        .click();
      await fill(atAnna, { Wen: 'Paul', Frage: 'Wissen die Verbraucherschützer es schon?' });
      faults.push(...(await faultsInBothSchemes(atAnna, 'ask somebody')));
      await atPaul.goto('/tasks');
      await seeing(atPaul.getByRole('heading', { level: 1, name: 'My tasks' })).toBeVisible();
      const asked = 'Wissen die Verbraucherschützer es schon?';
      await eyes.see(verbOf(atAnna, 'Fragen'), atPaul.getByText(asked));
      await atPaul.goto(`/incidents/${incidentId}`);
      const panel = panelOf(atPaul, /^Questions/);
      await panel.getByRole('button', { name: /^Answer/ }).click();
      await fill(atPaul, { Answer: 'Ja, seit gestern.' });
      faults.push(...(await faultsInBothSchemes(atPaul, 'answer (en)')));
      await eyes.see(
        verbOf(atPaul, 'Answer'),
        timeline(atAnna).getByText('Ja, seit gestern.'),
        atAnna.getByRole('heading', { name: 'Fragen (0 offen)' }),
      );
    },
  );

  chapter('the timeline shows only what one asks for', async () => {
    const filter = timeline(atAnna).getByRole('group', { name: 'Nur zeigen' });
    const said = (text: string | RegExp) => timeline(atAnna).getByText(text);
    const only = async (group: string) => filter.getByRole('button', { name: group }).click();
    for (const [kind, text] of [
      [/^Annahme/, 'Wohl ein Rundungsfehler'],
      [/^Gerücht/, 'Es gebe eine Sammelklage'],
      [/^Entscheidung/, 'Wir erstatten ungefragt'],
    ] as const) {
      await write(atAnna, kind, text);
      await eyes.see(writeDown(), timeline(atPaul).getByText(text));
    }
    for (const [group, text] of [
      ['Fakt', /^400 Kunden/],
      ['Annahme', 'Wohl ein Rundungsfehler'],
      ['Gerücht', 'Es gebe eine Sammelklage'],
      ['Entscheidung', 'Wir erstatten ungefragt'],
      ['Frage', 'Ja, seit gestern.'],
    ] as const) {
      await only(group);
      await seeing(said(text).first()).toBeVisible();
      await seeing(said(/hat die Lage von Hand/)).toHaveCount(0);
      if (group !== 'Gerücht') await seeing(said('Es gebe eine Sammelklage')).toHaveCount(0);
      await only(group);
    }
    await only('System');
    await seeing(said(/hat die Lage von Hand/)).toBeVisible();
    await seeing(said('Wir erstatten ungefragt')).toHaveCount(0);
    await only('Gerücht');
    await seeing(said('Es gebe eine Sammelklage')).toBeVisible();
    await seeing(said(/hat die Lage von Hand/)).toBeVisible();
    faults.push(...(await faultsOf(atAnna, 'timeline filtered')));
    await takePicture(atAnna, 'timeline-filtered');
    await only('Gerücht');
    await only('System');
  });

  chapter(
    'what a file said is erased for good, and the exported journal still verifies',
    async () => {
      const { entries } = await anna.caller.done(
        anna.caller.get<IncidentDetail>(`/incidents/${incidentId}`),
      );
      const [file] = entries.flatMap(({ event }) =>
        event.type === 'attachment-added' ? [event.attachment] : [],
      );
      const { id = '', hash = '' } = file ?? {};
      const checksum = `salted checksum ${hash.slice(0, 12)}…`;
      await seeing(timeline(atPaul).getByText(checksum)).toBeVisible();
      await timeline(atAnna)
        .getByRole('button', { name: /^Inhalt löschen/ })
        .click();
      await fill(atAnna, { Grund: 'Die Kundin verlangt es, Art. 17 DSGVO' });
      faults.push(...(await faultsInBothSchemes(atAnna, 'erase')));
      await eyes.see(
        verbOf(atAnna, 'Inhalt löschen'),
        timeline(atPaul).getByText(/erased the content of Brief/),
        timeline(atPaul).getByText('Die Kundin verlangt es, Art. 17 DSGVO'),
      );
      await seeing(timeline(atPaul).getByText('(content erased)')).toBeVisible();
      await seeing(timeline(atPaul).getByText(checksum)).toBeVisible();
      await seeing(timeline(atPaul).getByRole('link', { name: /Brief/ })).toHaveCount(0);
      const path = `/incidents/${incidentId}/attachments/${id}`;
      const gone = await fetch(`${anna.caller.url}/api/v1${path}`, {
        headers: { cookie: anna.caller.cookie ?? '' },
      });
      expect([404, 410]).toContain(gone.status);
      expect(await gone.text()).not.toContain('Erika');

      const exported = await fetch(`${anna.caller.url}/api/v1/incidents/${incidentId}/journal`, {
        headers: { cookie: anna.caller.cookie ?? '' },
      });
      const text = await exported.text();
      expect(text).toContain(hash);
      expect(text).not.toContain('Erika');
      const taken = join(folder, 'journal.ndjson');
      writeFileSync(taken, text);
      expect(await verify(taken)).toBe(0);
      // And it would have noticed.
      writeFileSync(taken, text.replace('4000 Kunden', '4001 Kunden'));
      expect(await verify(taken)).toBe(1);
    },
  );

  chapter('nothing was wrong with any of these screens, and all of it came soon', () => {
    expect(faults).toEqual([]);
    eyes.judge();
    return Promise.resolve();
  });
});

/** What `npm run journal:verify` runs once everything is built; it needs neither server nor database. */
function verify(file: string): Promise<number> {
  return new Promise((resolve) => {
    const args = ['apps/api/dist/main.js', '--verify-journal', file];
    const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: '' };
    execFile(process.execPath, args, { cwd: ROOT, env }, (error) => {
      resolve(error === null ? 0 : Number(error.code ?? -1));
    });
  });
}

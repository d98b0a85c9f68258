import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Backtest, TopicView } from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import { openDatabase } from '@sturmwarte/store';
import { House } from './support/house.js';
import { PASSWORD, PATIENCE_MS, type Member } from './support/people.js';
import { faultsOf, speak, takePicture } from './support/screens.js';
import { pause } from './support/until.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const seeing = see.configure({ timeout: PATIENCE_MS });
const MINUTE_MS = 60_000;
const DAY = 1_440;
const standard = { sensitivity: 'standard' };
const sensitive = { sensitivity: 'sensitive' };
const run = promisify(execFile);

describe('Pia wonders whether her topic should alarm more easily', () => {
  let house: House;
  let pia: Member;
  let page: Page;
  let topic: TopicView;
  /** The minute in which the little storm began. */
  let smouldered = 0;
  const faults: string[] = [];

  beforeAll(async () => {
    house = await House.open();
    pia = await house.join('Pia', 'pr');
    topic = await storedStorm();
    await weeksBefore();
    await smoulder();
  }, 400_000);
  afterAll(async () => house?.close(), 120_000);

  /** A bundled storm through the real intake into a space of its own: some quiet days, then the story. */
  async function storedStorm(): Promise<TopicView> {
    const story = ['--scenario', 'viral-service', '--max', '--keep-open', '--brand', 'Nordwind'];
    const who = ['--email', house.anna.email, '--server', house.server.url];
    await run(process.execPath, ['apps/replay/dist/storm/main.js', ...story, ...who], {
      cwd: ROOT,
      env: { ...process.env, STURMWARTE_PASSWORD: PASSWORD },
    });
    const spaces = await pia.caller.done(pia.caller.get<Space[]>('/spaces'));
    const space = spaces.find(({ kind }) => kind === 'replay')?.id ?? 0;
    const all = await pia.caller.done(pia.caller.get<TopicView[]>(`/topics?space=${space}`));
    const told = all.find(({ name }) => name === 'Paketmöwe');
    if (told === undefined) throw new Error('the storm has no topic');
    return told;
  }
  async function sql(text: string, values: readonly number[] = []): Promise<number> {
    const db = await openDatabase(house.server.databaseUrl, { poolSize: 1 });
    try {
      const { rows } = await db.pool.query<{ minute: number }>(text, [topic.id, ...values]);
      return rows[0]?.minute ?? 0;
    } finally {
      await db.close();
    }
  }

  /** Its quiet days, again and again for three weeks before. */
  async function weeksBefore(): Promise<void> {
    const first = await sql('select min(minute) as minute from topic_minute where topic_id = $1');
    await sql(
      `insert into topic_minute (topic_id, minute, total, negative, negative_count)
         select topic_id, minute - $2::int * round, total, negative, negative_count
         from topic_minute, generate_series(1, 7) as round
         where topic_id = $1 and minute < $3::int`,
      [3 * DAY, first + 3 * DAY],
    );
    smouldered = first - 5 * DAY;
  }

  /** A little storm of half an hour that grows until the sensitive choice hears it and standard does not. */
  async function smoulder(): Promise<void> {
    for (let negatives = 0; negatives < 120; negatives += 2) {
      await sql(
        `insert into topic_minute as t (topic_id, minute, total, negative, negative_count)
           select $1, $2::int + (7 * ($3::int + step)) % 30, 1, 1000, 1 from generate_series(1, 2) as step
           on conflict (topic_id, minute) do update set total = t.total + 1,
             negative = t.negative + 1000, negative_count = t.negative_count + 1`,
        [smouldered, negatives],
      );
      // So few are no storm to anybody.
      if (negatives < 6) continue;
      const { runs } = await ask({ weeks: 4, settings: [standard, sensitive] });
      const [calm, nervous] = runs.map(({ alarms }) =>
        alarms.find(({ at }) => Math.abs(Date.parse(at) / MINUTE_MS - smouldered) < 90),
      );
      if (calm === undefined && nervous !== undefined) return;
      if (calm !== undefined) break;
    }
    throw new Error('no storm was heard by the sensitive choice alone');
  }
  const ask = (body: object) =>
    pia.caller.done(pia.caller.post<Backtest>(`/topics/${topic.id}/backtest`, body));
  const row = (name: RegExp) => page.getByRole('row', { name });

  it('the page and the command say the same of the same counts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-backtest-'));
    try {
      const out = join(folder, 'alerts.ndjson');
      const args = ['--topic', String(topic.id), '--database', house.server.databaseUrl];
      await run(process.execPath, ['apps/replay/dist/backtest/main.js', ...args, '--out', out], {
        cwd: ROOT,
      });
      const said = readFileSync(out, 'utf8').trim().split('\n');
      const command = said.map((line) => JSON.parse(line) as { at: string; level: number });
      const { runs, from } = await ask({ weeks: 8, settings: [{ sensitivity: 'standard' }] });
      const page = runs[0]?.changes ?? [];
      expect(page.some(({ level }) => level >= 3)).toBe(true);
      const known = command.filter(({ at }) => Date.parse(at) >= Date.parse(from));
      const end = Math.min(page.length, known.length);
      const short = (changes: readonly { at: string; level: number }[]) =>
        changes.slice(0, end).map(({ at, level }) => `${Date.parse(at) / MINUTE_MS} ${level}`);
      expect(short(page)).toEqual(short(known));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('she comes from the topic, and sees standard beside empfindlich', async () => {
    page = await house.window(pia);
    await page.goto(`/topics/${topic.id}?space=${topic.spaceId}`);
    await seeing(page.getByText(/Für einen Vorschlag ist zu wenig bekannt/)).toBeVisible();
    await page.getByRole('link', { name: 'Was wäre gewesen' }).click();
    await seeing(page.getByRole('heading', { name: /^Was wäre gewesen: / })).toBeVisible();
    await seeing(page.getByRole('heading', { name: 'Alarme', exact: true })).toBeVisible();
    await seeing(page.getByLabel('Einstellung A')).toHaveValue('standard');
    await seeing(page.getByLabel('Einstellung B')).toHaveValue('sensitive');
    await seeing(row(/^Gefundene Stürme kein Sturm bekannt/)).toBeVisible();
    await seeing(page.getByRole('application')).toBeVisible();
    faults.push(...(await faultsOf(page, 'look back')));
  }, 120_000);

  it('she marks a stretch with the mouse, and one with the keyboard', async () => {
    const chart = page.getByRole('application');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (box === null) throw new Error('no chart');
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await seeing(page.getByText(/^Markiert: /)).toBeVisible();
    const byMouse = await page.getByText(/^Markiert: /).textContent();
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowLeft');
    await seeing(page.getByText(/^Markiert: /)).not.toHaveText(byMouse ?? '');
    await page.keyboard.press('Enter');
    await seeing(page.getByLabel('Von', { exact: true })).toBeFocused();
  }, 120_000);

  it('she judges the storm, the one only empfindlich heard, and a day of advertising', async () => {
    const judge = page.getByRole('button', { name: /^Alarm von .* beurteilen$/ });
    const keep = page.getByRole('button', { name: 'Urteil festhalten' });
    const alarms = page.getByRole('row').filter({ has: judge });
    await alarms.filter({ hasText: '▲ A' }).first().getByRole('button').click();
    await page.getByLabel('Hier war ein Sturm').check();
    await keep.click();
    await seeing(row(/^Gefundene Stürme 1 von 1 1 von 1/)).toBeVisible();
    // The oldest: both choices hear the storm, and at some hours of the day not from the same minute on.
    await alarms
      .filter({ hasText: '◆ B' })
      .filter({ hasText: 'ohne Urteil' })
      .last()
      .getByRole('button')
      .click();
    await page.getByLabel('Hier war ein Sturm').check();
    await page.getByLabel('Anmerkung').fill('im Forum, erst am nächsten Tag gesehen');
    await keep.click();
    await seeing(row(/^Gefundene Stürme 1 von 2 2 von 2/)).toBeVisible();
    await page.getByLabel('Von', { exact: true }).fill(wall(smouldered + 2 * DAY));
    await page.getByLabel('Bis', { exact: true }).fill(wall(smouldered + 2 * DAY + 120));
    await page.getByLabel('Hier war nichts').check();
    await page.getByLabel('Warum war es nichts?').selectOption('planned-activity');
    await keep.click();
    await seeing(page.getByRole('row', { name: /Nichts: / })).toBeVisible();
    await seeing(page.getByText('Das Urteil ist festgehalten.')).toHaveCount(0);
    faults.push(...(await faultsOf(page, 'judged look back')));
    await takePictures();
  }, 120_000);

  it('on a phone nothing one could do about an alarm or a judgement lies beyond the edge', async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    for (const title of ['Alarme', 'Urteile über diese Zeit']) {
      const list = page.getByRole('group', { name: title });
      await seeing(list.getByRole('button').first()).toBeVisible();
      expect(await list.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }, 120_000);

  it('she reads the proposal with its reasons, and accepts it', async () => {
    await seeing(
      page.getByText(/^„empfindlich“ hätte den verpassten Sturm gefunden, um den Preis von/),
    ).toBeVisible();
    const before = await pia.caller.done(
      pia.caller.get<TopicView[]>(`/topics?space=${topic.spaceId}`),
    );
    expect(before.find(({ id }) => id === topic.id)?.sensitivity).toBe('standard');
    await page.getByRole('button', { name: 'Auf „empfindlich“ umstellen' }).click();
    await seeing(page.getByText(/steht ab jetzt auf „empfindlich“/)).toBeVisible();
    await seeing(page.getByText(/^Nichts Besseres in Sicht/)).toBeVisible();
    const after = await pia.caller.done(
      pia.caller.get<TopicView[]>(`/topics?space=${topic.spaceId}`),
    );
    expect(after.find(({ id }) => id === topic.id)?.sensitivity).toBe('sensitive');
  }, 120_000);

  it('a draft with another rule is compared with what is saved, in a tab of its own', async () => {
    await page.goto(`/topics/${topic.id}?space=${topic.spaceId}`);
    await page.getByRole('button', { name: 'Regel hinzufügen' }).click();
    await page.getByLabel('Mindestens negative').last().fill('9');
    await page.getByLabel('in Minuten').last().fill('30');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: /Was wäre damit gewesen/ }).click();
    const tab = await opened;
    await seeing(tab.getByText(/Mindestens 9 negative in 30 Minuten/)).toBeVisible();
    await seeing(tab.getByRole('heading', { name: 'Alarme', exact: true })).toBeVisible();
    await tab.close();
  }, 120_000);

  it('and every screen on the way was fit for everybody', () => {
    expect(faults).toEqual([]);
  });

  /** As a field for a time has it, in the house's zone. */
  function wall(minute: number): string {
    return new Date(minute * MINUTE_MS)
      .toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
      .slice(0, 16)
      .replace(' ', 'T');
  }

  async function takePictures(): Promise<void> {
    if (process.env['PICTURES'] === undefined) return;
    for (const language of ['en', 'de'] as const) {
      await speak(page, language);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const [width, height] of [
          [390, 5_200],
          [1280, 2_400],
        ] as const) {
          await page.setViewportSize({ width, height });
          await pause(500);
          await takePicture(page, `look-back-${language}-${colorScheme}-${width}`);
        }
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

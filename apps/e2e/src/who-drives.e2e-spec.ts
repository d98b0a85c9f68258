import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import { browserLaunchOptions } from './support/browser.js';
import { openWindow, PASSWORD, PATIENCE_MS, setUpHouse, type Member } from './support/people.js';
import { faultsOf, speak, takePicture } from './support/screens.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const seeing = see.configure({ timeout: PATIENCE_MS });
const BRAND = 'Probe';

describe('people ask who drives a storm', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', BRAND);
    page = await openWindow(browser, server.url, { member: anna });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  it('a storm is told at the top of its alert in one sentence, in German and in English', async () => {
    await openAlertOf(await play('viral-service'));
    const sentence = page.getByTestId('sentence');
    await seeing(sentence).toHaveText(
      /(Seit|In der) .*so viel Kritik wie sonst um diese Zeit \(\d+.*je Stunde\)(, getrieben von .+)?; .*\d+ Verfasser, davon \d+ neu\.$/,
    );
    await speak(page, 'en');
    await seeing(sentence).toHaveText(
      /(Since|In the) .*as much criticism as usual at this time \(\d+.*an hour\)(, driven by .+)?; .*\d+ authors, \d+ of them new\.$/,
    );
    await speak(page, 'de');
  }, 150_000);

  it('the posts that carry it are listed with their copies, authors by pseudonym', async () => {
    const drivers = page.getByRole('region', { name: 'Treiber' });
    await seeing(drivers.getByText(/\d+ Verfasser · davon \d+ neu beim Thema/)).toBeVisible();
    const copies = drivers.getByRole('region', { name: 'Kopierte Texte' });
    await seeing(copies.getByRole('listitem').first()).toContainText(/([3-9]|\d{2,}) Stimmen/);
    const samples = page.getByRole('region', { name: 'Belege' }).getByRole('listitem');
    expect(await samples.count()).toBeGreaterThanOrEqual(5);
    expect(await samples.count()).toBeLessThanOrEqual(6);
    await seeing(samples.nth(1)).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{2}/);
    await takePicture(page, 'who-drives');
    expect(await faultsOf(page, 'who drives')).toEqual([]);
  }, 120_000);

  it('one loud author is named as one, in the sentence and as a warning', async () => {
    await openAlertOf(await play('one-loud-author'));
    await seeing(page.getByTestId('sentence')).toContainText(
      /getrieben von einem einzigen Verfasser \(\d+ von \d+ Stimmen\)/,
    );
    const drivers = page.getByRole('region', { name: 'Treiber' });
    await seeing(
      drivers.getByText(/^Ein einziger Verfasser \([0-9A-Z]{4}-[0-9A-Z]{2}\) schrieb \d+ von \d+/),
    ).toBeVisible();
    await takePicture(page, 'one-loud-author');
    expect(await faultsOf(page, 'one loud author')).toEqual([]);
  }, 150_000);

  /** As people do it: `npm run storm`. Answers the number of the space it was played in. */
  async function play(scenario: string): Promise<number> {
    const what = ['--scenario', scenario, '--max', '--keep-open', '--name', scenario];
    const where = ['--server', server.url, '--email', anna.email, '--brand', BRAND];
    const player = spawn(process.execPath, ['apps/replay/dist/storm/main.js', ...what, ...where], {
      cwd: ROOT,
      env: { ...process.env, STURMWARTE_PASSWORD: PASSWORD },
    });
    let text = '';
    player.stdout.on('data', (part: Buffer) => (text += String(part)));
    player.stderr.on('data', (part: Buffer) => (text += String(part)));
    const code = await new Promise((resolve) => player.once('close', resolve));
    if (code !== 0) throw new Error(`the storm ended with ${String(code)}: ${text}`);
    const spaces = (await anna.caller.get<Space[]>('/spaces')).body;
    return spaces.find(({ name }) => name === scenario)?.id ?? 0;
  }

  async function openAlertOf(space: number): Promise<void> {
    const alert = await until(async () => {
      const alerts = (await anna.caller.get<AlertView[]>(`/alerts?space=${space}`)).body;
      return alerts.find(({ evidence }) => Boolean(evidence.drivers));
    });
    await page.goto(`/alerts/${alert.id}?space=${space}`);
    await seeing(page.getByRole('heading', { name: 'Treiber' })).toBeVisible();
  }
});

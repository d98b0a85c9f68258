import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExitMade } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { Newsroom } from './support/newsroom.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { faultsInBothSchemes, faultsOf, takePicture } from './support/screens.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';
import { prove, proveOnScreen, Words } from './support/words.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const SUBJECT = 'diesem Einzelfall';

describe('a statement from its first draft to its correction', () => {
  let server: Server;
  let browser: Browser;
  let newsroom: Newsroom;
  /** Administration and lead. */
  let anna: Member;
  /** PR, reads English. */
  let ben: Member;
  /** Legal, on her phone. */
  let clara: Member;
  /** Community: she writes. */
  let dora: Member;
  let atBen: Page;
  let atClara: Page;
  let atDora: Page;
  let words: Words;
  const faults: string[] = [];

  beforeAll(async () => {
    newsroom = await Newsroom.open();
    browser = await chromium.launch(await browserLaunchOptions());
    // Every yes and every publication asks who is there, unless it was shown a moment ago.
    server = await Server.start({ environment: { PROOF_MAX_AGE_MS: '10000' } });
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    ben = await welcome(anna, 'Ben', 'pr', null);
    clara = await welcome(anna, 'Clara', 'legal', null);
    dora = await welcome(anna, 'Dora', 'community', null);
    words = await Words.open(anna, 'Nordlicht: Akku wird heiß');
    for (const [role, person] of [['pr', ben] as const, ['legal', clara] as const]) {
      await words.must(anna, { type: 'assign-role', role, person: { id: person.id } });
    }
    await words.must(anna, { type: 'start-playbook', playbookId: 'PB-01' });
    const [brand] = await anna.caller.done(anna.caller.get<{ id: number }[]>('/brands'));
    await prove(anna);
    await anna.caller.done(
      anna.caller.post<ExitMade>(`/brands/${brand?.id}/exits`, {
        ...{ kind: 'webhook', name: 'Newsroom', channels: ['website'] },
        settings: { url: newsroom.url, privateNetwork: true, timeoutSeconds: 5 },
      }),
    );
    const windows = [
      openWindow(browser, server.url, { member: ben, language: 'en' }),
      openWindow(browser, server.url, { member: clara, viewport: { width: 390, height: 780 } }),
      openWindow(browser, server.url, { member: dora }),
    ] as const;
    [atBen, atClara, atDora] = await Promise.all(windows);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await newsroom?.close();
  }, 120_000);

  it('Dora begins from a template of the playbook; its gaps are named', async () => {
    await atDora.goto(`/incidents/${words.id}`);
    await atDora.getByRole('button', { name: 'Neue Stellungnahme' }).click();
    const dialog = atDora.getByRole('dialog');
    await dialog.getByLabel('Titel').fill('Erste Worte');
    await dialog.getByRole('radio', { name: 'Vorlagen des Playbooks' }).check();
    await dialog.getByRole('checkbox', { name: /^Erste Antwort, Website/ }).check();
    await dialog.getByRole('checkbox', { name: 'Englisch' }).uncheck();
    await seeing(dialog.getByText(/Lücken sind offen/)).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atDora, 'draft')));
    const gaps = dialog.getByRole('group', { name: 'Lücken der Vorlagen' }).getByRole('textbox');
    for (const [index, gap] of (await gaps.all()).entries()) {
      await gap.fill(index === 0 ? SUBJECT : 'geprüft');
    }
    await seeing(dialog.getByText('Alle Lücken sind gefüllt.')).toBeVisible();
    await dialog.getByLabel('Kernaussage').fill('Wir prüfen die Hinweise.');
    await dialog.getByRole('button', { name: 'Entwurf anlegen' }).click();
    await seeing(atDora.getByRole('heading', { level: 1, name: 'Erste Worte' })).toBeVisible();
  }, 90_000);

  it('the lint sees the “Einzelfall”, and where', async () => {
    const lint = atDora.getByRole('region', { name: 'Was die Textprüfung sieht' });
    await seeing(lint.getByText('Einzelfall', { exact: true }).first()).toBeVisible();
    faults.push(...(await faultsOf(atDora, 'statement')));
    await takePicture(atDora, 'statement');
  }, 120_000);

  it('Dora asks for approval, and reads who can say yes and that she cannot', async () => {
    await atDora.getByRole('button', { name: 'Freigabe erbitten' }).click();
    const dialog = atDora.getByRole('dialog');
    await seeing(dialog.getByText('PR-Management: Ben')).toBeVisible();
    await seeing(dialog.getByText('Recht: Clara')).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atDora, 'ask approval')));
    await dialog.getByRole('button', { name: 'Jetzt erbitten' }).click();
    await seeing(atDora.getByText('in Freigabe 0/2').first()).toBeVisible();
  }, 120_000);

  it('Ben returns it from his queue with the keyboard alone, saying what to change', async () => {
    await atBen.goto('/approvals');
    await seeing(atBen.getByRole('list', { name: 'Waiting for you' })).toBeVisible();
    await atBen.keyboard.press('j');
    await atBen.keyboard.press('Enter');
    await seeing(atBen.getByRole('button', { name: /^Return with a change/ })).toBeVisible();
    faults.push(...(await faultsOf(atBen, 'approvals')));
    await atBen.keyboard.press('r');
    const dialog = atBen.getByRole('dialog');
    await seeing(dialog.getByText(SUBJECT, { exact: false }).first()).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atBen, 'return')));
    await atBen.keyboard.type('It is not a single case: say what we know.');
    await dialog.getByRole('button', { name: 'Return', exact: true }).focus();
    await atBen.keyboard.press('Enter');
    await seeing(atDora.getByText('zurückgegeben').first()).toBeVisible();
    await seeing(atDora.getByText('It is not a single case: say what we know.')).toBeVisible();
  }, 120_000);

  it('Dora mends it and asks again; while Clara reads on her phone, it changes under her eyes', async () => {
    await writes('den Hinweisen auf heiße Akkus');
    await asksAgain();
    await atClara.goto('/approvals');
    await atClara.getByRole('button', { name: /Erste Worte/ }).click();
    const approve = atClara.getByRole('button', { name: /^Freigeben/ });
    await seeing(approve).not.toHaveAttribute('aria-disabled', 'true');
    await seeing(atClara.getByText(/Geändert seit der vorigen Fassung \(v1 → v2\)/)).toBeVisible();
    await takePicture(atClara, 'approvals-phone');
    await writes('den Hinweisen auf sehr heiße Akkus');
    await seeing(atClara.getByText(/Dora hat Fassung 3 geschrieben/)).toBeVisible();
    await seeing(atClara.getByText(/Noch hat niemand erneut um Freigabe gebeten/)).toBeVisible();
    await asksAgain();
    await seeing(atClara.getByText(/Dora hat Fassung 3 geschrieben/)).toBeVisible();
    await seeing(approve).toHaveAttribute('aria-disabled', 'true');
    faults.push(...(await faultsInBothSchemes(atClara, 'changed while reading')));
    await atClara.getByRole('button', { name: 'Fassung 3 lesen' }).click();
    await seeing(approve).not.toHaveAttribute('aria-disabled', 'true');
  }, 120_000);

  it('Clara and Ben approve; each is asked once more, with the exact words, and who they are', async () => {
    await atClara.getByRole('button', { name: /^Freigeben/ }).click();
    const dialog = atClara.getByRole('dialog');
    await seeing(dialog.getByText('Website · Deutsch').first()).toBeVisible();
    await seeing(dialog.getByText('sehr heiße Akkus', { exact: false })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atClara, 'approve')));
    await dialog.getByRole('button', { name: 'Freigeben', exact: true }).click();
    await proveOnScreen(atClara);
    await seeing(atDora.getByText('in Freigabe 1/2').first()).toBeVisible();

    await atBen.goto('/approvals');
    await seeing(atBen.getByRole('list', { name: 'Waiting for you' })).toBeVisible();
    await atBen.keyboard.press('j');
    await atBen.keyboard.press('Enter');
    await seeing(atBen.getByText(/Changed since you last read it \(v1 → v3\)/)).toBeVisible();
    await atBen.keyboard.press('f');
    await atBen.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await proveOnScreen(atBen);
    await seeing(atBen.getByText('Nothing of this statement waits')).toBeVisible();
    await seeing(atDora.getByText('freigegeben', { exact: true }).first()).toBeVisible();
  }, 120_000);

  it('Ben publishes it to the newsroom, once, and the receipt stands there', async () => {
    await atBen.goto(atDora.url());
    await atBen.getByRole('button', { name: /^Publish$/ }).click();
    const dialog = atBen.getByRole('dialog');
    await seeing(dialog.getByText('sehr heiße Akkus', { exact: false })).toBeVisible();
    faults.push(...(await faultsInBothSchemes(atBen, 'publish')));
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await proveOnScreen(atBen);
    const sent = await until(() => newsroom.statements[0]);
    expect(sent.text).toContain('sehr heiße Akkus');
    await seeing(atBen.getByText(/published \d\d:\d\d/).first()).toBeVisible();
    await seeing(atBen.getByText('confirmed by the receiver').first()).toBeVisible();
    expect(newsroom.statements).toHaveLength(1);
    faults.push(...(await faultsOf(atBen, 'published')));
  }, 120_000);

  it('a correction is drafted, approved and published, and both point at each other', async () => {
    await atDora.getByRole('button', { name: 'Richtigstellen' }).click();
    const dialog = atDora.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Leerem Text' }).check();
    await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Richtig ist: Charge 7.');
    await dialog.getByRole('checkbox', { name: 'Englisch' }).uncheck();
    await dialog.getByRole('button', { name: 'Entwurf anlegen' }).click();
    await seeing(atDora.getByRole('heading', { level: 1, name: /^Richtigstellung/ })).toBeVisible();
    const id = Number(new URL(atDora.url()).pathname.split('/').at(-1));
    await words.ask(dora, id);
    await words.approve(ben, id, 'pr');
    await words.approve(clara, id, 'legal');
    await atBen.goto(atDora.url());
    await atBen.getByRole('button', { name: /^Publish$/ }).click();
    await atBen.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
    await proveOnScreen(atBen);
    const sent = await until(() => newsroom.statements[1]);
    expect(sent).toMatchObject({ type: 'statement.corrected', text: 'Richtig ist: Charge 7.' });
    await seeing(atBen.getByText(/^corrects what was published at/)).toBeVisible();
  }, 120_000);

  it('the executives read what was said, and the report proves it', async () => {
    await atBen.goto(`/executive/${words.id}`);
    await seeing(atBen.getByText(/Website: Erste Worte/)).toBeVisible();
    await atBen.goto(`/incidents/${words.id}/report`);
    const appendix = atBen.getByRole('region', { name: 'Appendix: what we said' });
    await seeing(appendix.getByText('sehr heiße Akkus', { exact: false })).toBeVisible();
    await seeing(appendix.getByText(/SHA-256 [0-9a-f]{64}/).first()).toBeVisible();
    faults.push(...(await faultsOf(atBen, 'report with appendix')));
  }, 90_000);

  it('no screen of it has a fault', () => {
    expect(faults).toEqual([]);
  });

  async function writes(subject: string): Promise<void> {
    const field = atDora.getByRole('textbox', { name: 'Text für Website' });
    const before = await field.inputValue();
    await field.fill(
      before.replaceAll(/diesem Einzelfall|den Hinweisen auf (sehr )?heiße Akkus/g, subject),
    );
    await seeing(atDora.getByText(/^Nicht gesichert/)).toBeVisible();
    await atDora.getByRole('button', { name: /^Als Fassung \d sichern$/ }).click();
    await seeing(atDora.getByText(/^Fassung \d von Dora/)).toBeVisible();
  }

  async function asksAgain(): Promise<void> {
    await atDora.getByRole('button', { name: 'Freigabe erbitten' }).click();
    await atDora.getByRole('dialog').getByRole('button', { name: 'Jetzt erbitten' }).click();
    await seeing(atDora.getByText('in Freigabe 0/2').first()).toBeVisible();
  }
});

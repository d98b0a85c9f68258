import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreedView, BrandView } from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openWindow, PATIENCE_MS, setUpHouse, welcome, type Member } from './support/people.js';
import { QuickWorkspace } from './support/quick-workspace.js';
import { faultsInBothSchemes, faultsOf, takePicture } from './support/screens.js';
import { Server } from './support/server.js';
import { prove, proveOnScreen, Words } from './support/words.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
/** The time box of the story, and what a busy machine adds. */
const BOX_MS = 60_000;
const whenOver = see.configure({ timeout: BOX_MS + PATIENCE_MS });
const TITLE = 'Erste Worte';
const TEXT = 'Wir haben die Hinweise zum Akku gesehen. Neues um {nextUpdate} Uhr auf dieser Seite.';
const GAPS = { nextUpdate: '15:00' };

describe('when those who are asked let their time pass', () => {
  let workspace: QuickWorkspace;
  let server: Server;
  let browser: Browser;
  /** Administration and incident lead. */
  let anna: Member;
  let ben: Member;
  /** Ben's deputy. */
  let bea: Member;
  let clara: Member;
  /** She writes. */
  let dora: Member;
  let atAnna: Page;
  let atBen: Page;
  let atBea: Page;
  let atClara: Page;
  let atDora: Page;
  let words: Words;
  let usual: number;
  let agreed: number;
  let askedAt: number;
  const faults: string[] = [];

  beforeAll(async () => {
    workspace = QuickWorkspace.make();
    browser = await chromium.launch(await browserLaunchOptions());
    // Who releases alone shows who is there, unless it was shown a moment ago.
    const environment = { PROOF_MAX_AGE_MS: '10000' };
    server = await Server.start({ workspace: workspace.folder, environment });
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    ben = await welcome(anna, 'Ben', 'pr', null);
    bea = await welcome(anna, 'Bea', 'pr', null);
    clara = await welcome(anna, 'Clara', 'legal', null);
    dora = await welcome(anna, 'Dora', 'community', null);
    const from = await agreeOnWords();
    words = await Words.open(anna, 'Nordlicht: Akku wird heiß');
    await words.must(anna, {
      type: 'assign-role',
      ...{ role: 'pr', person: { id: ben.id }, deputy: { id: bea.id } },
    });
    await words.must(anna, { type: 'assign-role', role: 'legal', person: { id: clara.id } });
    usual = await words.draft(dora, 'Nachfragen', { 'website-de': 'Wir prüfen Charge 7. ^DO' });
    agreed = await draftFrom(from);
    [atAnna, atBen, atBea, atClara, atDora] = await Promise.all([
      openWindow(browser, server.url, { member: anna }),
      openWindow(browser, server.url, { member: ben }),
      openWindow(browser, server.url, { member: bea }),
      openWindow(browser, server.url, { member: clara }),
      openWindow(browser, server.url, { member: dora }),
    ]);
    askedAt = Date.now();
    await words.ask(dora, usual);
    await words.ask(dora, agreed);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    workspace?.remove();
  }, 120_000);

  const owed = (page: Page) =>
    page.getByRole('list', { name: 'Notfreigaben, die niemand nachgeprüft hat' });
  const pageOf = (statement: number) => `/incidents/${words.id}/statements/${statement}`;
  const breakGlass = (page: Page) => page.getByRole('button', { name: 'Notfreigabe', exact: true });

  it('before the deadline the deputy is told from when, and the lead that it is too early', async () => {
    const { body } = await words.approve(bea, usual, 'pr');
    expect(body).toMatchObject({ code: 'approval-not-yet', params: { role: 'pr', name: 'Ben' } });
    const { from } = (body as unknown as { params: { from: string } }).params;
    expect(Date.parse(from) - askedAt).toBeGreaterThanOrEqual(BOX_MS - 1_000);
    expect(Date.parse(from) - askedAt).toBeLessThan(BOX_MS + 10_000);
    await prove(anna);
    expect((await releaseAlone(anna)).body).toMatchObject({ code: 'emergency-unanswered' });
    await Promise.all([
      atBea.goto(`/approvals?item=${words.id}-${usual}`),
      atAnna.goto(pageOf(agreed)),
    ]);
    await seeing(atBea.getByText(/Ihre Zeit als Vertretung .* beginnt in 1 min/)).toBeVisible();
    const approve = atBea.getByRole('button', { name: /^Freigeben/ });
    await seeing(approve).toHaveAttribute('aria-disabled', 'true');
    await seeing(atAnna.getByText('in Freigabe 0/2').first()).toBeVisible();
    await see(breakGlass(atAnna)).toHaveCount(0);
    expect(Date.now()).toBeLessThan(Date.parse(from));
    await Promise.all([
      atBen.goto('/tasks'),
      atClara.goto('/approvals'),
      atDora.goto(pageOf(agreed)),
    ]);
    await seeing(atClara.getByRole('button', { name: /Erste Worte/ })).toBeVisible();
    await see(owed(atClara)).toHaveCount(0);
  }, 90_000);

  it('after it the deputy approves, without loading anything anew', async () => {
    const approve = atBea.getByRole('button', { name: /^Freigeben/ });
    await whenOver(approve).not.toHaveAttribute('aria-disabled', 'true');
    expect(Date.now() - askedAt).toBeGreaterThanOrEqual(BOX_MS - 1_000);
    await approve.click();
    await atBea.getByRole('dialog').getByRole('button', { name: 'Freigeben', exact: true }).click();
    await proveOnScreen(atBea);
    await seeing(atBea.getByText(/von Bea, .* \(als Vertretung\)/)).toBeVisible();
  }, 120_000);

  it('the lead releases agreed words alone, in red, with a reason and a proof', async () => {
    await whenOver(breakGlass(atAnna)).toBeVisible();
    faults.push(...(await faultsOf(atAnna, 'offer')));
    await breakGlass(atAnna).click();
    const dialog = atAnna.getByRole('dialog', { name: 'Notfreigabe' });
    const confirm = dialog.getByRole('button', { name: 'Allein freigeben' });
    await seeing(dialog.getByText('Neues um 15:00 Uhr', { exact: false })).toBeVisible();
    await seeing(confirm).toBeDisabled();
    await dialog.getByLabel('Grund').fill('Drei Redaktionen warten, niemand antwortet.');
    await seeing(confirm).toBeEnabled();
    faults.push(...(await faultsInBothSchemes(atAnna, 'break-glass')));
    await takePicture(atAnna, 'emergency');
    // Past the age of the proof of before: this one is asked for.
    await confirm.click();
    await seeing(atAnna.getByRole('dialog', { name: /weisen Sie nach/ })).toBeVisible();
    await proveOnScreen(atAnna);
    await seeing(atAnna.getByText(/^Notfreigabe durch Anna/)).toBeVisible();
    await seeing(atAnna.getByText('Nicht geantwortet: Ben, Bea, Clara')).toBeVisible();
  }, 120_000);

  it('everybody sees it at once, and to others it is a task', async () => {
    await seeing(atDora.getByText(/^Notfreigabe durch Anna/)).toBeVisible();
    await seeing(owed(atClara).getByText(/Notfreigabe durch Anna/)).toBeVisible();
    await seeing(atBen.getByText(`Notfreigabe prüfen: ${TITLE}`).first()).toBeVisible();
    faults.push(...(await faultsOf(atClara, 'queue')));
    await takePicture(atClara, 'emergency-queue');
  }, 120_000);

  it('the words go out by hand, all see that they are out, and nobody is chased for a yes', async () => {
    await atAnna.getByRole('button', { name: 'Von Hand veröffentlicht' }).click();
    const dialog = atAnna.getByRole('dialog');
    await dialog.getByLabel('Link').fill('https://nordwind.example/akku');
    await dialog.getByRole('button', { name: 'Als veröffentlicht festhalten' }).click();
    await proveOnScreen(atAnna);
    await seeing(atDora.getByText(/^veröffentlicht/).first()).toBeVisible();
    await seeing(atClara.getByRole('button', { name: /Erste Worte/ })).toHaveCount(0);
    await see(atClara.getByRole('button', { name: /Nachfragen/ })).toBeVisible();
    const { publications } = await words.incident(anna);
    expect(publications).toMatchObject([{ statement: agreed, state: 'confirmed' }]);
  }, 120_000);

  it('the lead does not review what she released herself', async () => {
    const review = atAnna.getByRole('button', { name: 'Nachprüfen' });
    await seeing(review).toHaveAttribute('aria-disabled', 'true');
    await seeing(review).toHaveAttribute('title', /zweite Person/);
    const [release] = (await words.incident(anna)).emergencies;
    const order = { type: 'review-emergency', release: release?.seq, verdict: 'confirmed' };
    const { body } = await words.tries(anna, { ...order, note: 'War richtig.' });
    expect(body.code).toBe('second-person-needed');
  }, 120_000);

  it('somebody else does, from her queue, and then nobody is owed it any more', async () => {
    await owed(atClara).getByRole('link', { name: 'Nachprüfen' }).click();
    await atClara.getByRole('button', { name: 'Nachprüfen' }).click();
    const dialog = atClara.getByRole('dialog', { name: 'Nachprüfen' });
    const confirm = dialog.getByRole('button', { name: 'Nachprüfung festhalten' });
    await seeing(confirm).toBeDisabled();
    await dialog.getByRole('radio', { name: 'Nein, ich erhebe Einspruch' }).check();
    await seeing(confirm).toBeDisabled();
    await dialog.getByRole('radio', { name: 'Ja, es war richtig' }).check();
    await dialog.getByLabel('Anmerkung').fill('Der Text war abgestimmt.');
    faults.push(...(await faultsInBothSchemes(atClara, 'review')));
    await takePicture(atClara, 'emergency-review');
    await confirm.click();
    await seeing(dialog).toHaveCount(0);
    for (const page of [atAnna, atDora]) {
      await seeing(page.getByText(/^Nachgeprüft und richtig befunden von Clara/)).toBeVisible();
    }
    await seeing(atBen.getByText(`Notfreigabe prüfen: ${TITLE}`)).toHaveCount(0);
    await atBen.goto('/approvals');
    await seeing(atBen.getByRole('heading', { level: 1 })).toBeVisible();
    await see(owed(atBen)).toHaveCount(0);
  }, 90_000);

  it('no screen of it has a fault', () => {
    expect(faults).toEqual([]);
  });

  /** Dora writes them, PR and legal say yes: long before anything burns. */
  async function agreeOnWords(): Promise<AgreedView> {
    const [brand] = await anna.caller.done(anna.caller.get<BrandView[]>('/brands'));
    const wording = await dora.caller.done(
      dora.caller.post<AgreedView>('/agreed-wordings', {
        ...{ brandId: brand?.id, title: TITLE, note: '' },
        use: { purpose: 'holding', levelFrom: 0, levelTo: 6, playbooks: [] },
        variants: [{ channel: 'website', language: 'de', text: TEXT }],
        validUntil: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      }),
    );
    const variants = wording.variants.map(({ channel, language, hash }) => ({
      ...{ channel, language, hash },
    }));
    for (const [who, role] of [[ben, 'pr'] as const, [clara, 'legal'] as const]) {
      await prove(who);
      const path = `/agreed-wordings/${wording.id}/approve`;
      await who.caller.done(who.caller.post(path, { role, variants }));
    }
    return wording;
  }

  async function draftFrom({ id }: AgreedView): Promise<number> {
    const text = TEXT.replace('{nextUpdate}', GAPS.nextUpdate);
    const { entries } = await words.must(dora, {
      type: 'draft-statement',
      ...{ title: TITLE, purpose: 'holding', core: 'Wir prüfen' },
      variants: [{ channel: 'website', language: 'de', text, agreed: { id, values: GAPS } }],
    });
    return entries.find(({ event }) => event.type === 'statement-drafted')?.seq ?? 0;
  }

  async function releaseAlone(who: Member) {
    const [bound] = await words.bound(who, agreed);
    return words.tries(who, {
      type: 'release-in-emergency',
      ...{ statement: agreed, ...bound, reason: 'Zu früh' },
    });
  }
});

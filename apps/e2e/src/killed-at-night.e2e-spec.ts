import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertDetail, AlertView, Board, IntakeReceipt } from '@sturmwarte/contracts';
import { openDatabase, verifyCounters, type Database } from '@sturmwarte/store';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, Refused, stirUp, watchTopic, type Feed } from './support/feed.js';
import { Listener } from './support/listener.js';
import { openWindow, PATIENCE_MS, setUpHouse, type Member } from './support/people.js';
import { Server } from './support/server.js';
import { pause, until } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const ROUNDS = 5;
const BATCH = 25;
/** Batches under way at the same moment. */
const SENDERS = 4;
const SEED = 20_261_122;

/** The same moments in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the server is killed again and again while mentions pour in', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  let feed: Feed;
  let db: Database;
  let listener: Listener;
  let page: Page;
  let number = 0;
  const acknowledged = new Set<string>();

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    const [brand] = (await anna.caller.get<{ id: number }[]>('/brands')).body;
    await watchTopic(anna, { name: 'Nordwind', brandId: brand?.id ?? 0 });
    feed = await openFeed(anna, 'Netz', null);
    db = await openDatabase(server.databaseUrl, { poolSize: 2 });
    listener = await Listener.open(anna);
    page = await openWindow(browser, server.url, { member: anna });
  }, 120_000);
  afterAll(async () => {
    listener?.close();
    await browser?.close();
    await db?.close();
    await server?.close();
  }, 120_000);

  it('an alert is open before the first blow', async () => {
    await page.goto('/');
    number = (await stirUp(anna, feed, 'Nordwind')).number;
    await seeing(page.getByRole('article', { name: 'Nordwind' })).toContainText('Frische Brise');
    expect(number).toBeGreaterThan(0);
  }, 120_000);

  it('every blow falls in the middle of the intake, and the senders simply send again', async () => {
    const random = dice(SEED);
    for (let round = 0; round < ROUNDS; round++) {
      const before = acknowledged.size;
      const pouring = pour(round);
      await until(() => acknowledged.size > before);
      await pause(random() * 900);
      await server.kill();
      await seeing(page.getByText('getrennt', { exact: true })).toBeVisible();
      pouring.last();
      await server.start();
      await pouring.done;
      await seeing(page.getByText('verbunden', { exact: true })).toBeVisible();
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * SENDERS * BATCH);
  }, 240_000);

  it('nothing acknowledged is lost and nothing is there twice', async () => {
    const { rows } = await db.pool.query<{ external_id: string }>(
      `select external_id from mention where external_id like 'r%'`,
    );
    const stored = rows.map((row) => row.external_id);
    expect(new Set(stored).size).toBe(stored.length);
    expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([]);
  });

  it('the counters are the sum of what is stored', async () => {
    expect(await verifyCounters(db.pool)).toEqual([]);
    const { rows } = await db.pool.query<{ hits: string; counted: string }>(
      `select (select count(*) from hit) as hits, (select sum(total) from topic_minute) as counted`,
    );
    expect(rows[0]?.counted).toBe(rows[0]?.hits);
    const board = (await anna.caller.get<Board>('/board')).body;
    expect(String(board.cards[0]?.total)).toBe(rows[0]?.hits);
  });

  it('the open alert goes on: the same one, raised once', async () => {
    const all = await alerts();
    expect(all.map((alert) => alert.number)).toEqual([number]);
    const [alert] = all;
    expect(alert?.state).toBe('open');
    const detail = (await anna.caller.get<AlertDetail>(`/alerts/${alert?.id}`)).body;
    expect(detail.history.filter(({ type }) => type === 'raised')).toHaveLength(1);
    // Refreshed evidence is left out of the history, so numbers may be missing; none comes twice or out of order.
    const numbers = detail.history.map(({ seq }) => seq);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers[0]).toBe(1);
  });

  it('whoever listened missed nothing and heard nothing twice', async () => {
    await until(() => listener.connected);
    const { rows } = await db.pool.query<{ stream: number; seq: string }>(
      'select stream, seq from live_stream',
    );
    await until(() =>
      rows.every(({ stream, seq }) => {
        const heard = listener.heard.filter((message) => message.stream === stream);
        return heard.length === 0 || (heard.at(-1)?.seq ?? 0) >= Number(seq);
      }),
    );
    expect(listener.jumps()).toEqual([]);
    expect(listener.reset).toBe(false);
    expect(listener.resumed).toBe(ROUNDS);
  }, 120_000);

  it('the console shows the alert without being loaded again', async () => {
    const card = page.getByRole('article', { name: 'Nordwind' });
    await seeing(card.getByRole('link', { name: `A-${number}` })).toBeVisible();
    const total = Math.round((await anna.caller.get<Board>('/board')).body.cards[0]?.observed ?? 0);
    await seeing(card).toContainText(`${total.toLocaleString('de-DE')} negative in 60 min`);
  }, 120_000);

  async function alerts(): Promise<readonly AlertView[]> {
    return (await anna.caller.get<AlertView[]>('/alerts')).body;
  }

  /** Several senders at once; each sends a batch again until it is acknowledged. */
  function pour(round: number): { last: () => void; done: Promise<unknown> } {
    let stop = false;
    const sender = async (name: string): Promise<void> => {
      for (let n = 0; !stop; n++) {
        const items = Array.from({ length: BATCH }, (_, i) => ({
          externalId: `r${round}-${name}-${n}-${i}`,
          author: { id: `${name}${i}` },
          text: `Nordwind ist eine Katastrophe, nie wieder! ${n} ${i}`,
        }));
        await persist(items);
        items.forEach(({ externalId }) => acknowledged.add(externalId));
      }
    };
    const senders = Array.from({ length: SENDERS }, (_, n) => sender(`s${n}`));
    return { last: () => (stop = true), done: Promise.all(senders) };
  }

  /** Until the server has acknowledged them. */
  async function persist(items: readonly unknown[]): Promise<void> {
    let receipt: IntakeReceipt | undefined;
    while (receipt === undefined) {
      receipt = await feed.send(items).catch(async (problem: unknown) => {
        if (problem instanceof Refused) throw problem;
        await pause(50);
        return undefined;
      });
    }
    expect(receipt.errors).toEqual([]);
    expect(receipt.stored + receipt.duplicates).toBe(items.length);
  }
});

import { chromium, expect as see, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AlertView,
  Board,
  BrandView,
  MentionPage,
  Resumed,
  SourceView,
  SpaceCreated,
  TopicView,
} from '@sturmwarte/contracts';
import { browserLaunchOptions } from './support/browser.js';
import { openFeed, stirUp, watchTopic, type Feed } from './support/feed.js';
import { Listener } from './support/listener.js';
import {
  openWindow,
  PATIENCE_MS,
  setUpHouse,
  welcome,
  type Member,
  type WindowOptions,
} from './support/people.js';
import { Server } from './support/server.js';
import { until } from './support/until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('who may do what', () => {
  let server: Server;
  let browser: Browser;
  let anna: Member;
  /** Watches Nordwind and may decide nothing. */
  let olga: Member;
  /** Leads for Südwind. */
  let sven: Member;
  let north: BrandView;
  let south: BrandView;
  let feeds: { north: Feed; south: Feed };
  let alerts: { north: AlertView; south: AlertView };
  let drill: SpaceCreated;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    anna = await setUpHouse(server, 'Anna', 'Nordwind');
    const { caller } = anna;
    south = await caller.done(caller.post<BrandView>('/brands', { name: 'Südwind' }));
    north = (await caller.get<BrandView[]>('/brands')).body.find(({ id }) => id !== south.id)!;
    olga = await welcome(anna, 'Olga', 'observer', north.id);
    sven = await welcome(anna, 'Sven', 'lead', south.id);
    for (const { id, name } of [north, south]) await watchTopic(anna, { name, brandId: id });
    feeds = {
      north: await openFeed(anna, 'Netz Nord', north.id),
      south: await openFeed(anna, 'Netz Süd', south.id),
    };
    alerts = {
      north: await stirUp(anna, feeds.north, 'Nordwind'),
      south: await stirUp(anna, feeds.south, 'Südwind'),
    };
    drill = await caller.done(caller.post<SpaceCreated>('/spaces', aDrill(south.id)));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 120_000);

  const open = async (path: string, options: WindowOptions): Promise<Page> => {
    const page = await openWindow(browser, server.url, options);
    await page.goto(path);
    return page;
  };

  describe('an observer', () => {
    it('sees the alert, and a button that says who may press it', async () => {
      const page = await open('/', { member: olga });
      const card = page.getByRole('article', { name: 'Nordwind' });
      await seeing(card).toContainText('Frische Brise');
      const button = card.getByRole('button', { name: /^Quittieren/ });
      await seeing(button).toHaveAttribute('aria-disabled', 'true');
      await seeing(button).toHaveAccessibleDescription(
        /Das dürfen: Community-Management im Dienst, Einsatzleitung, PR-Management/,
      );
      await button.click({ force: true });
      await page.getByRole('link', { name: 'Nordwind' }).focus();
      await page.keyboard.press('q');
      await seeing(card).toContainText('unquittiert');
      expect((await alertOf('Nordwind')).state).toBe('open');
      await page.context().close();
    }, 120_000);

    it('is refused by the server as well', async () => {
      const { caller } = olga;
      const { id } = alerts.north;
      expect(await caller.post(`/alerts/${id}/acknowledge`, {})).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      });
      const close = { kind: 'all-clear' };
      expect((await caller.post(`/alerts/${id}/close`, close)).status).toBe(403);
      expect((await caller.post(`/alerts/${id}/notes`, { note: 'x' })).status).toBe(403);
      expect((await caller.get('/people')).status).toBe(403);
      expect((await caller.post('/topics', aTopic(north.id))).status).toBe(403);
    });

    it('is refused by the socket when it asks for a foreign drill', async () => {
      const listener = await Listener.open(olga);
      const { id: spaceId } = drill.space;
      expect(await listener.ask('watch', { spaceId })).toMatchObject({
        ok: false,
        code: 'not-allowed',
      });
      expect(await listener.ask('watch', { spaceId: 1 })).toMatchObject({ ok: true });
      listener.close();
    });
  });

  describe('a person of one brand', () => {
    it('finds nothing of the other brand over HTTP', async () => {
      const { caller } = olga;
      const board = (await caller.get<Board>('/board')).body;
      expect(board.cards.map(({ name }) => name)).toEqual(['Nordwind']);
      const seen = (await caller.get<AlertView[]>('/alerts')).body;
      expect(seen.map(({ id }) => id)).toEqual([alerts.north.id]);
      const topics = (await caller.get<TopicView[]>('/topics')).body;
      expect(topics.map(({ name }) => name)).toEqual(['Nordwind']);
      const sources = (await caller.get<SourceView[]>('/sources')).body;
      expect(sources.map(({ name }) => name)).toEqual(['Netz Nord']);
      const { mentions } = (await caller.get<MentionPage>('/mentions')).body;
      expect(mentions.length).toBeGreaterThan(0);
      expect(mentions.every(({ text }) => text.startsWith('Nordwind'))).toBe(true);
      const { body } = await caller.get<MentionPage>(`/mentions?brand=${south.id}`);
      expect(body.mentions ?? []).toEqual([]);
      for (const path of [
        `/alerts/${alerts.south.id}`,
        `/alerts/${alerts.south.id}/curve`,
        `/topics/${alerts.south.topicId}/curve`,
        `/board?space=${drill.space.id}`,
      ]) {
        const answer = await caller.get(path);
        const nothing = answer.status === 403 || answer.status === 404 || isEmptyBoard(answer.body);
        expect([path, nothing]).toEqual([path, true]);
      }
    });

    it('cannot decide anything for the other brand', async () => {
      const path = `/alerts/${alerts.north.id}/acknowledge`;
      const { status } = await sven.caller.post(path, {});
      expect([403, 404]).toContain(status);
      expect((await alertOf('Nordwind')).state).toBe('open');
    });

    it('hears nothing of the other brand on the socket, not even when asking for it', async () => {
      const listener = await Listener.open(olga);
      const streams = [north.id, south.id].map((stream) => ({ stream, seq: 0 }));
      const resumed = await listener.ask<Resumed>('resume', { streams });
      const data = resumed.ok ? resumed.data : null;
      expect(data?.heads.map(({ stream }) => stream)).not.toContain(south.id);
      expect(new Set(data?.messages.map(({ stream }) => stream))).toEqual(new Set([north.id]));
      await sven.caller.post(`/alerts/${alerts.south.id}/acknowledge`, {});
      await anna.caller.post(`/alerts/${alerts.north.id}/notes`, { note: 'Wir sehen hin.' });
      await until(() => listener.heard.some(({ stream }) => stream === north.id));
      expect(listener.heard.some(({ stream }) => stream === south.id)).toBe(false);
      listener.close();
    });

    it('sees nothing of the other brand in the browser', async () => {
      const page = await open('/', { member: olga });
      await seeing(page.getByRole('article', { name: 'Nordwind' })).toBeVisible();
      await seeing(page.getByText('Südwind')).toHaveCount(0);
      await page.goto(`/alerts/${alerts.south.id}`);
      await seeing(page.getByText(/Das gibt es nicht mehr|erlauben das nicht/)).toBeVisible();
      await seeing(page.getByText('Südwind')).toHaveCount(0);
      await page.context().close();
    }, 120_000);
  });

  it('new roles reach an open window at once', async () => {
    const page = await open('/', { member: olga });
    const card = page.getByRole('article', { name: 'Nordwind' });
    const button = card.getByRole('button', { name: /^Quittieren/ });
    await seeing(button).toHaveAttribute('aria-disabled', 'true');
    const grants = [{ role: 'community', brandId: north.id }];
    await anna.caller.done(anna.caller.patch(`/people/${olga.id}`, { grants }));
    await seeing(button).not.toHaveAttribute('aria-disabled', 'true');
    await button.click();
    await seeing(card).toContainText('Olga kümmert sich');
    await page.context().close();
  }, 120_000);

  it('a deactivated person is put out at once: window, socket and next request', async () => {
    const page = await open('/', { member: sven });
    await seeing(page.getByRole('article', { name: 'Südwind' })).toBeVisible();
    const listener = await Listener.open(sven);
    await anna.caller.done(anna.caller.patch(`/people/${sven.id}`, { active: false }));
    await until(() => !listener.connected);
    listener.close();
    expect((await sven.caller.get('/board')).status).toBe(401);
    await seeing(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
    await seeing(page.getByText('Ihre Sitzung ist beendet.')).toBeVisible();
    await page.context().close();
  }, 120_000);

  function alertOf(topic: string): Promise<AlertView> {
    return until(async () => {
      const { body } = await anna.caller.get<AlertView[]>('/alerts');
      return body.find(({ topicName }) => topicName === topic);
    });
  }
});

const aTopic = (brandId: number) => ({ brandId, name: 'Neu', kind: 'company', query: 'neu' });
const aDrill = (brandId: number) => ({
  kind: 'drill',
  brandId,
  name: 'Übung Süd',
  startsAt: '2026-01-01T00:00:00Z',
  topics: [{ name: 'Südwind', kind: 'company', query: 'südwind' }],
});

function isEmptyBoard(body: unknown): boolean {
  const { cards } = body as Partial<Board>;
  return Array.isArray(cards) && cards.length === 0;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditRow, LiveMessage, SourceView } from '@sturmwarte/contracts';
import { AlertRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eventually,
  sendMentions,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';
import { WatchService } from './watch.service.js';

const MINUTE = 60_000;

describe('a source that falls silent', () => {
  let app: TestApp;
  let watched: WatchedTopic;
  let ada: TestVisitor;
  const told: LiveMessage[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    ada = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
    await ada.patch(`/api/v1/sources/${watched.sourceId}`, { silentAfterMinutes: 5 });
    app.bus.on('live.appended').subscribe(({ messages }) => told.push(...messages));
  }, 120_000);
  afterAll(() => app.close());

  const send = (count: number) =>
    sendMentions({
      ...{ url: app.url, token: watched.token, count, atMs: app.clock.now() },
      text: 'Nordwind ist eine Katastrophe, nie wieder!',
    });
  const level = () => app.nest.get(WatchService).of(1)?.pulse(watched.topicId)?.level;
  /** The watch looks at its clock once a second. */
  async function pass(minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes; passed++) {
      app.clock.advance(MINUTE);
      app.nest.get(WatchService).of(1)?.tick();
    }
    await watchSettled(app);
  }
  const state = async () =>
    ((await ada.get('/api/v1/sources')).body as SourceView[])[0]?.health.state;
  const sourceMessages = () =>
    told.flatMap(({ stream, body }) =>
      body.type === 'source' && body.health !== null ? [{ stream, ...body.health }] : [],
    );
  const actions = async () =>
    ((await ada.get('/api/v1/audit')).body as AuditRow[]).map(({ action }) => action);

  it('is shown as such, and the people of the house are told once', async () => {
    await send(6);
    await eventually(() => level() === 3);
    await pass(4);
    expect(await state()).toBe('ok');
    await pass(3);
    expect(await state()).toBe('silent');
    await eventually(() => sourceMessages().length > 0);
    expect(sourceMessages()).toMatchObject([{ stream: 0, state: 'silent', silentMinutes: 7 }]);
    expect(await actions()).toContain('source.silent');
  });

  it('keeps the level from falling, and the alert says that the picture is incomplete', async () => {
    await pass(90);
    expect(level()).toBe(3);
    const alerts = new AlertRepository(app.db);
    const [alert] = await eventually(async () => {
      const found = await alerts.open(1);
      return (found[0]?.evidence.silentSources.length ?? 0) > 0 && found;
    });
    expect(alert).toMatchObject({ level: 3, evidence: { silentSources: [watched.sourceId] } });
    expect(sourceMessages()).toHaveLength(1);
  });

  it('lets the level fall again once it is heard', async () => {
    await send(1);
    await pass(1);
    await eventually(() => sourceMessages().length === 2);
    expect(sourceMessages()[1]).toMatchObject({ state: 'ok' });
    for (let hour = 0; hour < 3; hour++) {
      for (let quarter = 0; quarter < 15; quarter++) {
        await pass(4);
        await sendMentions({
          ...{ url: app.url, token: watched.token, count: 1, atMs: app.clock.now() },
          text: 'something else',
        });
      }
    }
    await eventually(() => level() === 0);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveMessage, Resumed, TopicPulse } from '@sturmwarte/contracts';
import { appendLive, TopicRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eventually,
  openConsole,
  sendMentions,
  startTestApp,
  watchSettled,
  type OpenConsole,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';
import { LiveGateway } from './live.gateway.js';
import { PulseSender } from './pulse-sender.js';
import { SOCKET_LIMITS } from './socket-limits.js';

/** The raw connection of a client, to stop it from reading. */
interface Connection {
  readonly transport: { readonly ws: { readonly _socket: { pause(): void; resume(): void } } };
}

describe('the socket to the consoles', () => {
  let app: TestApp;
  let north: WatchedTopic;
  let south: WatchedTopic;
  let pia: TestVisitor;
  let lena: TestVisitor;
  const open: OpenConsole[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    north = await aWatchedTopic(app, 'Nordwind');
    south = await aWatchedTopic(app, 'Südwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: north.brandId }]);
    lena = await app.signedIn('Lena', [{ role: 'lead', brandId: null }]);
  }, 120_000);
  afterEach(() => open.splice(0).forEach((console) => console.close()));
  afterAll(() => app.close());

  async function consoleOf(visitor: TestVisitor): Promise<OpenConsole> {
    const console = await openConsole(app.url, visitor);
    open.push(console);
    return console;
  }
  async function resumed(
    console: OpenConsole,
    streams: readonly { stream: number; seq: number }[] = [],
  ): Promise<Resumed> {
    const reply = await console.resume(streams);
    if (!reply.ok) throw new Error(reply.code);
    return reply.data;
  }
  /** Says something in a brand's stream, as any feature would. */
  async function say(stream: number): Promise<LiveMessage> {
    const message = await app.db.transaction((tx) =>
      appendLive(tx, stream, { type: 'topics', spaceId: 1 }),
    );
    app.bus.publish('live.appended', { messages: [message] });
    return message;
  }
  const seqs = (messages: readonly LiveMessage[], stream: number) =>
    messages.filter((message) => message.stream === stream).map(({ seq }) => seq);

  it('lets nobody in without a session', async () => {
    await expect(openConsole(app.url, app.visitor())).rejects.toMatchObject({
      data: { code: 'not-signed-in' },
    });
  });

  it('shows an alert live, and its acknowledgement in every window', async () => {
    const [mine, hers] = [await consoleOf(pia), await consoleOf(lena)];
    await resumed(mine);
    await resumed(hers);
    const text = 'Nordwind ist eine Katastrophe, nie wieder!';
    const { token } = north;
    await sendMentions({ url: app.url, token, count: 6, text, atMs: app.clock.now() });
    const alertIn = ({ messages }: OpenConsole, state: string) =>
      messages.find(({ body }) => body.type === 'alert' && body.alert.state === state)?.body;
    const raised = await eventually(() => alertIn(mine, 'open'));
    if (raised.type !== 'alert') throw new Error('no alert');
    await pia.post(`/api/v1/alerts/${raised.alert.id}/acknowledge`, {});
    for (const console of [mine, hers]) {
      const seen = await eventually(() => alertIn(console, 'acknowledged'));
      expect(seen).toMatchObject({ alert: { acknowledgedBy: { name: 'Pia' } } });
    }
  });

  it('tells people of one brand nothing of another', async () => {
    const mine = await consoleOf(pia);
    const { heads } = await resumed(mine, [{ stream: south.brandId, seq: 0 }]);
    expect(heads.map(({ stream }) => stream)).not.toContain(south.brandId);
    await say(south.brandId);
    const mark = await say(north.brandId);
    await eventually(() => mine.messages.find(({ seq }) => seq === mark.seq));
    expect(seqs(mine.messages, south.brandId)).toEqual([]);
  });

  it('resumes after a drop without a gap and without a double', async () => {
    const before = await consoleOf(lena);
    await resumed(before);
    const last = await say(south.brandId);
    await eventually(() => before.messages.find(({ seq }) => seq === last.seq));
    before.close();
    const missed = [await say(south.brandId), await say(south.brandId)];
    const after = await consoleOf(lena);
    const talking = Promise.all(Array.from({ length: 30 }, () => say(south.brandId)));
    const { messages, reset } = await resumed(after, [{ stream: south.brandId, seq: last.seq }]);
    const end = Math.max(...(await talking).map(({ seq }) => seq));
    await eventually(() => seqs([...messages, ...after.messages], south.brandId).at(-1) === end);
    expect(reset).toEqual([]);
    expect(seqs(messages, south.brandId).slice(0, 2)).toEqual(missed.map(({ seq }) => seq));
    expect(seqs([...messages, ...after.messages], south.brandId)).toEqual(
      Array.from({ length: end - last.seq }, (_, n) => last.seq + 1 + n),
    );
  });

  it('reads from the log what nobody told it', async () => {
    const mine = await consoleOf(lena);
    await resumed(mine);
    const message = await app.db.transaction((tx) =>
      appendLive(tx, north.brandId, { type: 'topics', spaceId: 1 }),
    );
    await eventually(() => mine.messages.find(({ seq }) => seq === message.seq));
  });

  it('sends pulses of the brands a person may see, and counts arrivals for who asked', async () => {
    const [mine, hers] = [await consoleOf(pia), await consoleOf(lena)];
    await mine.watch(1);
    await hers.watch(1, true);
    for (const { token, brandId } of [north, south]) {
      const text = brandId === north.brandId ? 'Nordwind heute' : 'Südwind heute';
      await sendMentions({ url: app.url, token, count: 2, text, atMs: app.clock.now() });
    }
    const topicsIn = ({ pulses }: OpenConsole) =>
      new Set(pulses.flatMap(({ topics }) => topics.map(({ topicId }) => topicId)));
    await eventually(() => topicsIn(hers).has(south.topicId) && topicsIn(hers).has(north.topicId));
    await eventually(() => topicsIn(mine).has(north.topicId));
    expect(topicsIn(mine)).toEqual(new Set([north.topicId]));
    const arrived = hers.pulses.flatMap((pulse) => pulse.arrived);
    expect(arrived.find(({ topicId }) => topicId === south.topicId)?.count).toBe(2);
    expect(mine.pulses.flatMap((pulse) => pulse.arrived)).toEqual([]);
    await watchSettled(app);
  });

  it('keeps nothing back from who may see several brands, or asked for numbers and arrivals', async () => {
    const both = await app.signedIn('Nora', [
      { role: 'pr', brandId: north.brandId },
      { role: 'pr', brandId: south.brandId },
    ]);
    const hers = await consoleOf(both);
    await hers.watch(1, true);
    const texts = [north, south].map(({ topicId }) => ({ topicId, count: 1 }));
    const sender = new PulseSender(new TopicRepository(app.db), app.clock);
    const topics = texts.map(({ topicId }) => ({ topicId }) as TopicPulse);
    sender.pulsed(1, new Date(app.clock.now()).toISOString(), topics);
    sender.arrived(1, texts);
    const gateway = app.nest.get(LiveGateway, { strict: false });
    await sender.flush(gateway['namespace']);
    const seen = () => hers.pulses.flatMap((pulse) => [...pulse.topics, ...pulse.arrived]);
    await eventually(() => seen().length === 4);
  });

  it('refuses to show a drill of another brand', async () => {
    const { rows } = await app.db.pool.query<{ id: number }>(
      `insert into space (kind, brand_id, name, now_at)
       values ('drill', $1, 'drill', now()) returning id`,
      [south.brandId],
    );
    const mine = await consoleOf(pia);
    expect(await mine.watch(rows[0]!.id)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await mine.watch(4_711)).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('answers nonsense with a refusal and lets go of who does not stop', async () => {
    const mine = await consoleOf(pia);
    const raw = mine.socket as unknown as {
      emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
      emit(event: string, ...args: unknown[]): void;
    };
    expect(await raw.emitWithAck('resume', { streams: 'all' })).toMatchObject({
      ok: false,
      code: 'invalid-input',
    });
    expect(await raw.emitWithAck('become-admin', {})).toMatchObject({ ok: false });
    const gone = new Promise((resolve) => mine.socket.once('disconnect', resolve));
    for (let i = 0; i < SOCKET_LIMITS.burst + SOCKET_LIMITS.strikes + 5; i++) raw.emit('x', i);
    await gone;
  });

  it('lets go of who sends too much at once', async () => {
    const mine = await consoleOf(pia);
    const gone = new Promise((resolve) => mine.socket.once('disconnect', resolve));
    (mine.socket as unknown as { emit(event: string, body: string): void }).emit(
      'watch',
      'x'.repeat(SOCKET_LIMITS.messageChars + 1),
    );
    await gone;
  });

  it('does not let one who stopped listening hold up the others', async () => {
    const [slow, quick] = [await consoleOf(lena), await consoleOf(pia)];
    for (const console of [slow, quick]) await resumed(console);
    const connection = (slow.socket.io.engine as unknown as Connection).transport.ws._socket;
    connection.pause();
    const space = {
      id: 9,
      kind: 'drill',
      brandId: north.brandId,
      now: null,
      endedAt: null,
    } as const;
    const long = { type: 'space', space: { ...space, name: 'x'.repeat(200_000) } } as const;
    const sent: LiveMessage[] = [];
    for (let n = 0; n < 60; n++) {
      const message = await app.db.transaction((tx) => appendLive(tx, north.brandId, long));
      app.bus.publish('live.appended', { messages: [message] });
      sent.push(message);
    }
    const all = seqs(sent, north.brandId);
    await eventually(() => seqs(quick.messages, north.brandId).at(-1) === all.at(-1));
    expect(seqs(quick.messages, north.brandId)).toEqual(all);
    const sockets = () => app.nest.get(LiveGateway).open();
    await eventually(() => sockets() === 1);
    connection.resume();
  });

  it('lets a person open only so many', async () => {
    const otto = await app.signedIn('Otto', [{ role: 'observer', brandId: null }]);
    for (let n = 0; n < SOCKET_LIMITS.perPerson; n++) await consoleOf(otto);
    await expect(openConsole(app.url, otto)).rejects.toMatchObject({
      data: { code: 'too-many-attempts' },
    });
  });

  it('closes when its session is revoked', async () => {
    const vera = await app.signedIn('Vera', [{ role: 'pr', brandId: north.brandId }]);
    const hers = await consoleOf(vera);
    const gone = new Promise((resolve) => hers.socket.once('disconnect', resolve));
    const { rows } = await app.db.pool.query<{ id: number }>(
      `delete from session s using person p where p.id = s.person_id and p.name = 'Vera'
       returning p.id`,
    );
    app.bus.publish('people.changed', { personId: rows[0]!.id });
    await gone;
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ERROR_STATUS } from '@sturmwarte/domain';
import { verifyCounters } from '@sturmwarte/store';
import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import {
  anyJson,
  aWatchedTopic,
  listeningLog,
  nastyText,
  openConsole,
  startTestApp,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from './testing/index.js';

/** More of them on demand: FUZZ_RUNS=2000. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 60);
jest.setTimeout(60_000 + numRuns * 500);
const PATIENCE_MS = 5_000;

const names = ['streams', 'stream', 'seq', 'spaceId', 'mentions', 'externalId', 'text', 'author'];
const binary = fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes));
const message = fc.oneof(
  anyJson(names),
  binary,
  fc.record({ spaceId: fc.oneof(fc.integer(), nastyText), mentions: anyJson(names) }),
  fc.record({
    streams: fc.array(
      fc.record({ stream: fc.integer({ min: -2 }), seq: fc.oneof(fc.integer(), fc.double()) }),
      { maxLength: 5 },
    ),
  }),
);
const events = fc.constantFrom('resume', 'watch', 'mentions', 'message', 'pulse', 'toString', '');
const said = fc.tuple(fc.oneof({ weight: 4, arbitrary: events }, nastyText), message, fc.boolean());
/** The client itself keeps these to itself. */
const OWN = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
]);

interface Answer {
  readonly ok?: boolean;
  readonly code?: string;
}

describe('whatever is said on a socket', () => {
  let app: TestApp;
  let topic: WatchedTopic;
  let pia: TestVisitor;
  let understood = 0;
  const { log, complaints } = listeningLog();

  beforeAll(async () => {
    app = await startTestApp({ log });
    topic = await aWatchedTopic(app, 'Nordwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: topic.brandId }]);
  }, 120_000);
  afterAll(() => app.close());

  /** The answer; null when none was asked for, none was given, or the line was cut. */
  async function ask(socket: Socket, event: string, args: readonly unknown[], wanted: boolean) {
    if (!wanted) {
      socket.emit(event, ...args);
      return null;
    }
    let timer: NodeJS.Timeout | undefined;
    let gone: (() => void) | undefined;
    const cut = new Promise<null>((resolve) =>
      socket.once('disconnect', (gone = () => resolve(null))),
    );
    const late = new Promise<'silence'>((resolve) => {
      timer = setTimeout(() => resolve('silence'), PATIENCE_MS);
    });
    try {
      return await Promise.race([socket.emitWithAck(event, ...args) as Promise<Answer>, cut, late]);
    } finally {
      clearTimeout(timer);
      socket.off('disconnect', gone);
    }
  }
  function isReply(answer: Answer): void {
    if (answer.ok === true) return void understood++;
    expect(answer.ok).toBe(false);
    expect(Object.keys(ERROR_STATUS)).toContain(answer.code);
    expect(answer.code).not.toBe('internal');
  }
  async function sender(): Promise<Socket> {
    const socket = io(`${app.url}/intake`, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      auth: { token: topic.token },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }
  async function isWell(): Promise<void> {
    expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
    expect(complaints).toEqual([]);
  }

  it('by a console is answered, or ends its own line only', async () => {
    const other = await openConsole(app.url, pia);
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (messages) => {
        const console = await openConsole(app.url, pia);
        const socket = console.socket as unknown as Socket;
        for (const [event, body, wanted] of messages) {
          if (!socket.connected || OWN.has(event)) break;
          const answer = await ask(socket, event, [body], wanted);
          expect(answer).not.toBe('silence');
          if (answer !== null) isReply(answer as Answer);
        }
        console.close();
        // The others hear and are heard; the clock stands still for a test, so room is made by hand.
        app.clock.advance(10_000);
        expect(await other.watch(1)).toMatchObject({ ok: true });
      }),
      { numRuns },
    );
    other.close();
    await isWell();
  });

  it('by a source is taken line by line, or refused', async () => {
    const good = fc.record({ externalId: nastyText, text: nastyText }, { requiredKeys: [] });
    const body = fc.oneof(message, fc.array(fc.oneof(good, message), { maxLength: 5 }));
    const socket = await sender();
    await fc.assert(
      fc.asyncProperty(fc.array(body, { maxLength: 2 }), async (args) => {
        const answer = await ask(socket, 'mentions', args, true);
        expect(answer).not.toBeNull();
        expect(answer).not.toBe('silence');
        isReply(answer as Answer);
      }),
      { numRuns },
    );
    socket.close();
    // Else nothing came further than the door.
    expect(understood).toBeGreaterThan(numRuns / 10);
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    await isWell();
  });

  it('before it is let in is refused by a known code', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/live', '/intake', '/nowhere'),
        anyJson(['token']),
        fc.oneof(nastyText, fc.constant('sturmwarte=x')),
        async (namespace, token, cookie) => {
          const socket = io(`${app.url}${namespace}`, {
            ...{ transports: ['websocket'], forceNew: true, reconnection: false },
            auth: { token },
            extraHeaders: { cookie: cookie.replace(/[^\x20-\x7e]/g, '') },
          });
          const refused = await new Promise<string>((resolve) => {
            socket.once('connect', () => resolve('let in'));
            socket.once('connect_error', (error) => resolve(error.message));
          });
          socket.close();
          expect(['not-signed-in', 'token-unknown', 'Invalid namespace']).toContain(refused);
        },
      ),
      { numRuns },
    );
    await isWell();
  });

  it('that is no protocol at all does not trouble the server', async () => {
    const frame = fc.oneof(
      nastyText,
      binary,
      fc.constantFrom(
        '40/live,',
        '42/live,["watch"',
        '451-["x",{"_placeholder":true,"num":9}]',
        '2probe',
        '5',
        '6',
        '0{',
        '4',
        '44{}',
        '41',
        '461-/intake,1[{"_placeholder":true,"num":-1}]',
        '4' + '9'.repeat(500),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 6 }), async (frames) => {
        // By polling, whose packets are plain text that needs no client to be well-behaved.
        const door = `${app.url}/socket.io/?EIO=4&transport=polling`;
        const hello = await (await fetch(door)).text();
        const { sid } = JSON.parse(hello.slice(1)) as { sid: string };
        const heard = fetch(`${door}&sid=${sid}`).then((answer) => answer.text());
        const sent = await fetch(`${door}&sid=${sid}`, {
          method: 'POST',
          headers: { 'content-type': 'text/plain;charset=UTF-8' },
          body: Buffer.concat(
            frames.flatMap((one, n) => [Buffer.from(n === 0 ? '' : '\x1e'), Buffer.from(one)]),
          ),
        });
        expect(sent.status).toBeLessThan(500);
        await sent.text();
        // Goodbye, should it still be there.
        await (await fetch(`${door}&sid=${sid}`, { method: 'POST', body: '1' })).text();
        await heard;
      }),
      { numRuns },
    );
    await isWell();
  });
});

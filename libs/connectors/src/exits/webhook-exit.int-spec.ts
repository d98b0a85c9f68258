import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { WebhookSettings } from '@sturmwarte/contracts';
import { aDispatch, exitContract, FREE, Newsroom } from '../testing/index.js';
import { newWebhookSecret } from './sign-webhook.js';
import { webhookExit } from './webhook-exit.js';

const SECRET = newWebhookSecret();
const settingsOf = (url: string, more: Partial<WebhookSettings> = {}): WebhookSettings => ({
  ...{ url, readBackUrl: null, timeoutSeconds: 1, privateNetwork: true },
  ...more,
});
const exitTo = (settings: WebhookSettings, secrets = [SECRET]) =>
  webhookExit(settings, secrets, () => Date.now());

exitContract('a newsroom', async () => {
  const newsroom = await Newsroom.open();
  let open = true;
  const { url, port } = newsroom;
  const close = async (): Promise<void> => {
    if (open) await newsroom.close();
    open = false;
  };
  return {
    exit: exitTo(settingsOf(url)),
    // By name: what a name leads to is checked, not what it is called.
    guarded: exitTo(settingsOf(`https://localhost:${port}/`, { privateNetwork: false })),
    arrived: () => newsroom.calls.length,
    connections: () => newsroom.connections,
    firstText: () => Promise.resolve(newsroom.statements[0]?.data['text'] as string),
    cutAfterTaking: () => (newsroom.mood = { kind: 'cut' }),
    silentAfterTaking: () => (newsroom.mood = { kind: 'silent' }),
    refuse: () => (newsroom.mood = { kind: 'answers', status: 422 }),
    leave: close,
    close,
  };
});

describe('a newsroom that is sent a statement', () => {
  let newsroom: Newsroom;
  beforeEach(async () => {
    newsroom = await Newsroom.open();
  });
  afterEach(() => newsroom.close());

  it('can check who sent it with the library everybody uses, and whom it changed on the way', async () => {
    const content = Buffer.from([0, 255, 13, 10]);
    const file = { name: 'Übersicht.pdf', sha256: 'x', content };
    const dispatch = aDispatch({ attachments: [file], corrects: 'k-1' });
    const outcome = await exitTo(settingsOf(newsroom.url)).send(dispatch, FREE);
    const link = `https://news.example.org/${dispatch.key}`;
    expect(outcome).toEqual({ kind: 'confirmed', link, foreignId: 'n-1' });
    const [call] = newsroom.calls;
    const oracle = new Webhook(SECRET);
    const read = oracle.verify(call!.body.toString('utf8'), { ...call!.headers });
    expect(read).toEqual({
      type: 'statement.corrected',
      timestamp: dispatch.at,
      data: {
        ...{ id: dispatch.key, brand: 'Nordlicht', channel: 'press', language: 'de' },
        ...{ text: dispatch.text, hash: dispatch.hash, corrects: 'k-1' },
        attachments: [{ name: file.name, sha256: 'x', content: content.toString('base64') }],
      },
    });
    expect(call!.headers['webhook-id']).toBe(dispatch.key);
    const forged = call!.body.toString('utf8').replace('Rückruf', 'Rueckruf');
    expect(() => oracle.verify(forged, { ...call!.headers })).toThrow();
    expect(() =>
      new Webhook(newWebhookSecret()).verify(call!.body.toString(), call!.headers),
    ).toThrow();
  });

  it('may change over to a new secret whenever it likes while both sign', async () => {
    const renewed = newWebhookSecret();
    await exitTo(settingsOf(newsroom.url), [renewed, SECRET]).send(aDispatch(), FREE);
    const [call] = newsroom.calls;
    for (const secret of [renewed, SECRET]) {
      expect(() =>
        new Webhook(secret).verify(call!.body.toString('utf8'), call!.headers),
      ).not.toThrow();
    }
  });

  it('is told apart from a test', async () => {
    await exitTo(settingsOf(newsroom.url)).send(aDispatch({ test: true }), FREE);
    expect(newsroom.statements[0]?.type).toBe('statement.test');
  });

  it.each([
    [200, 'confirmed'],
    [202, 'confirmed'],
    [204, 'confirmed'],
    [302, 'unknown'],
    [303, 'unknown'],
    [307, 'refused'],
    [308, 'refused'],
    [400, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [408, 'unknown'],
    [409, 'unknown'],
    [410, 'refused'],
    [425, 'refused'],
    [429, 'refused'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
  ])('answering %i means %s, and it is asked once', async (status, kind) => {
    newsroom.mood = { kind: 'answers', status };
    expect(await exitTo(settingsOf(newsroom.url)).send(aDispatch(), FREE)).toMatchObject({ kind });
    expect(newsroom.calls).toHaveLength(1);
  });

  it.each([
    ['ok'],
    ['{"link":"javascript:alert(1)","id":{"x":1}}'],
    [`{"link":"https://x.example/${'y'.repeat(3_000)}"}`],
    [`{"filler":"${'y'.repeat(100_000)}","link":"https://x.example"}`],
    ['[1'],
    ['null'],
  ])(
    'may answer rubbish: that it took the statement stands, and nothing else is believed',
    async (body) => {
      newsroom.mood = { kind: 'answers', status: 200, body };
      const outcome = await exitTo(settingsOf(newsroom.url)).send(aDispatch(), FREE);
      expect(outcome).toEqual({ kind: 'confirmed', link: null, foreignId: null });
    },
  );

  it('is asked whether it has a statement, signed as well', async () => {
    const { readBackUrl } = newsroom;
    const exit = exitTo(settingsOf(newsroom.url, { readBackUrl }));
    const dispatch = aDispatch();
    const ask = () => exit.readBack?.(dispatch.key, FREE.signal);
    expect(await ask()).toEqual({ kind: 'absent' });
    newsroom.mood = { kind: 'silent' };
    expect(await exit.send(dispatch, FREE)).toMatchObject({ kind: 'unknown', why: 'timeout' });
    const link = `https://news.example.org/${dispatch.key}`;
    expect(await ask()).toEqual({ kind: 'found', link, foreignId: dispatch.key });
    newsroom.readBackStatus = 503;
    expect(await ask()).toEqual({ kind: 'unclear', why: 'http-503' });
    expect(exitTo(settingsOf(newsroom.url)).readBack).toBeNull();
  });

  it('that is no web server at all leaves it unknown, for it may have read everything', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('what?\r\n\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const outcome = await exitTo(settingsOf(`http://127.0.0.1:${port}/`)).send(aDispatch(), FREE);
    expect(outcome).toMatchObject({ kind: 'unknown' });
    server.close();
  });

  it('that cannot show a certificate gets nothing', async () => {
    const outcome = await exitTo(settingsOf(`https://127.0.0.1:${newsroom.port}/`)).send(
      aDispatch(),
      FREE,
    );
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(newsroom.calls).toHaveLength(0);
  });

  it('that nobody can find gets nothing', async () => {
    const outcome = await exitTo(settingsOf('http://nowhere.invalid/')).send(aDispatch(), FREE);
    expect(outcome).toEqual({ kind: 'refused', why: 'unresolvable' });
  });

  it('outside of a private network is not spoken to without TLS', async () => {
    const settings = settingsOf(newsroom.url, { privateNetwork: false });
    expect(await exitTo(settings).send(aDispatch(), FREE)).toEqual({
      kind: 'refused',
      why: 'tls-needed',
    });
    expect(newsroom.connections).toBe(0);
  });
});

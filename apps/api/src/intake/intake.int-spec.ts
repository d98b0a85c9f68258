import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BusTopics } from '@sturmwarte/bus';
import type { IntakeReceipt } from '@sturmwarte/contracts';
import { SourceRepository, TopicRepository, verifyCounters } from '@sturmwarte/store';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { io } from 'socket.io-client';
import { newToken, tokenHash } from '../common/token-hash.js';
import { startTestApp, type TestApp } from '../testing/index.js';

describe('the intake', () => {
  let app: TestApp;
  let token: string;
  let sourceId: number;
  const accepted: BusTopics['mentions.accepted'][] = [];

  beforeAll(async () => {
    app = await startTestApp();
    const brands = await app.db.pool.query<{ id: number }>(
      `insert into brand (name) values ('Nordwind'), ('Südwind') returning id`,
    );
    const [north, south] = brands.rows.map(({ id }) => id) as [number, number];
    await app.db.transaction(async (tx) => {
      const topics = new TopicRepository(app.db);
      for (const [brandId, name] of [
        [north, 'Nordwind'],
        [south, 'Südwind'],
      ] as const) {
        const base = { spaceId: 1, kind: 'company', rules: [], active: true } as const;
        await topics.create({ ...base, brandId, name, query: `${name} OR wind` }, tx);
      }
    });
    app.bus.publish('topics.changed', { spaceId: 1, topicIds: [] });
    app.bus.on('mentions.accepted').subscribe((batch) => accepted.push(batch));
    ({ token, sourceId } = await aSource(north));
  }, 120_000);
  afterAll(() => app.close());
  beforeEach(() => void accepted.splice(0));

  async function aSource(brandId: number | null): Promise<{ token: string; sourceId: number }> {
    const secret = newToken();
    const sources = new SourceRepository(app.db);
    const id = await app.db.transaction(async (tx) => {
      const base = { spaceId: 1, active: true, retentionDays: 90, silentAfterMinutes: null };
      const source = await sources.create({ ...base, brandId, name: `feed of ${brandId}` }, tx);
      await sources.addToken(source.id, { hash: tokenHash(secret), hint: 'x' }, tx);
      return source.id;
    });
    return { token: secret, sourceId: id };
  }
  async function post(
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: IntakeReceipt & { code?: string; params?: object } }> {
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: (typeof body === 'string' || body instanceof Uint8Array
        ? body
        : JSON.stringify(body)) as BodyInit,
    });
    return { status: response.status, body: (await response.json()) as IntakeReceipt };
  }
  async function stored(like: string): Promise<number> {
    const { rows } = await app.db.pool.query<{ n: string }>(
      'select count(*) as n from mention where external_id like $1',
      [like],
    );
    return Number(rows[0]?.n);
  }

  it('acknowledges a mention once it is stored, matched and counted', async () => {
    const mention = { externalId: 'one', text: 'Nordwind ist eine Katastrophe, nie wieder!' };
    const { status, body } = await post(mention);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        lines: 1,
        stored: 1,
        duplicates: 0,
        replaced: 0,
        deleted: 0,
        rejected: 0,
        errors: [],
      },
    });
    expect(await stored('one')).toBe(1);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]?.arrived).toHaveLength(1);
    expect(accepted[0]?.deltas[0]).toMatchObject({ total: 1 });
    expect(accepted[0]?.deltas[0]?.negPermille).toBeGreaterThan(500);
    expect(await verifyCounters(app.db.pool)).toEqual([]);
  });

  it('counts a source of one brand for topics of that brand only, one of the house for all', async () => {
    await post({ externalId: 'w1', text: 'viel wind heute' });
    expect(accepted[0]?.arrived).toHaveLength(1);
    const house = await aSource(null);
    await post(
      { externalId: 'w2', text: 'viel wind heute' },
      {
        authorization: `Bearer ${house.token}`,
      },
    );
    expect(accepted[1]?.arrived).toHaveLength(2);
  });

  it('keeps the good lines of an array and names the bad ones', async () => {
    const { status, body } = await post([
      { externalId: 'a1', text: 'gut' },
      { externalId: 'a2' },
      { externalId: 'a1', text: 'gut' },
      { op: 'delete', externalId: 'a9' },
      { externalId: 'a3', text: 'auch gut', publishedAt: '2036-01-01T00:00:00Z' },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ lines: 5, stored: 1, duplicates: 1, deleted: 1, rejected: 2 });
    expect(body.errors).toEqual([
      { line: 2, code: 'field-missing', params: { field: 'text' } },
      { line: 5, code: 'date-in-future', params: { field: 'publishedAt' } },
    ]);
  });

  it.each([
    ['an unknown token', {}, { authorization: 'Bearer nobody' }, 401, 'token-unknown'],
    ['another type of body', 'x', { 'content-type': 'text/plain' }, 415, 'content-type'],
    [
      'another charset',
      '{}',
      { 'content-type': 'application/json; charset=latin1' },
      415,
      'content-type',
    ],
    ['half an object', '{"externalId":', {}, 400, 'bad-json'],
    ['bytes that are no UTF-8', Uint8Array.from([0x22, 0xff, 0x22]), {}, 400, 'bad-utf8'],
    ['a single object that is no mention', { externalId: 'n' }, {}, 422, 'field-missing'],
    ['too many items', new Array(10_001).fill(0), {}, 413, 'too-many-items'],
    ['a body beyond the limit', `"${'x'.repeat(16 * 1024 * 1024)}"`, {}, 413, 'body-too-large'],
  ])('refuses %s with a clear code', async (_what, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('answers a stream with receipts, the last one complete, bad lines named', async () => {
    const lines = Array.from({ length: 2_500 }, (_, n) =>
      n === 7 ? '{"externalId":' : JSON.stringify({ externalId: `s${n}`, text: `wind ${n}` }),
    );
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    });
    const receipts = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as IntakeReceipt);
    expect(receipts.at(-1)).toMatchObject({ lines: 2_500, stored: 2_499, rejected: 1, done: true });
    expect(receipts.flatMap(({ errors }) => errors)).toMatchObject([{ line: 8, code: 'bad-json' }]);
    expect(await stored('s%')).toBe(2_499);
    const kept = await new SourceRepository(app.db).rejects(sourceId);
    expect(JSON.stringify(kept)).not.toContain('wind');
  });

  it('acknowledges the lines of an open stream as they come', async () => {
    const stream = openStream();
    stream.send.write(`${JSON.stringify({ externalId: 'o1', text: 'eins' })}\n`);
    expect(await stream.next()).toMatchObject({ lines: 1, stored: 1 });
    stream.send.write(`${JSON.stringify({ externalId: 'o2', text: 'zwei' })}\n{"exter`);
    stream.send.end();
    const last = await stream.last();
    expect(last).toMatchObject({ stored: 2, done: true, broken: { code: 'stream-truncated' } });
  });

  it('keeps what was committed when the connection breaks, and takes the rest again', async () => {
    const line = (n: number): string => `${JSON.stringify({ externalId: `b${n}`, text: 'x' })}\n`;
    const all = Array.from({ length: 300 }, (_, n) => line(n));
    const stream = openStream();
    stream.send.write(all.slice(0, 200).join(''));
    await stream.next();
    stream.send.destroy();
    const again = openStream();
    again.send.end(all.join(''));
    const last = await again.last();
    expect(last.stored + last.duplicates).toBe(300);
    expect(await stored('b%')).toBe(300);
    expect(await verifyCounters(app.db.pool)).toEqual([]);
  });

  it('takes acknowledged pushes over a socket, and nobody without a token', async () => {
    const connect = (auth: object) =>
      io(`${app.url}/intake`, { auth, transports: ['websocket'], reconnection: false });
    const stranger = connect({ token: 'nobody' });
    const refused = await new Promise<Error & { data?: unknown }>((resolve) => {
      stranger.on('connect_error', resolve);
    });
    expect(refused.data).toMatchObject({ code: 'token-unknown' });
    stranger.close();
    const socket = connect({ token });
    const push = (message: unknown): Promise<unknown> => socket.emitWithAck('mentions', message);
    expect(await push([{ externalId: 'k1', text: 'wind' }, { externalId: 'k2' }])).toMatchObject({
      ok: true,
      data: { stored: 1, rejected: 1 },
    });
    expect(await push({ externalId: 'k1', text: 'wind' })).toMatchObject({
      ok: true,
      data: { duplicates: 1 },
    });
    expect(await push('nonsense')).toMatchObject({ ok: true, data: { rejected: 1 } });
    socket.close();
  });

  it('takes a table from a person who may upload to that brand, and from nobody else', async () => {
    const csv = 'ID;Datum;Autor;Text\n1;22.11.2026 07:00;ann;viel wind\n2;morgen;bob;flaute\n';
    const [north, south] = (
      await app.db.pool.query<{ id: number }>('select id from brand order by id')
    ).rows as [{ id: number }, { id: number }];
    const lead = await app.signedIn('Lena', [{ role: 'lead', brandId: north.id }]);
    const other = await app.signedIn('Otto', [{ role: 'lead', brandId: south.id }]);
    const upload = async (visitor: typeof lead) => {
      const response = await fetch(`${app.url}/api/v1/sources/${sourceId}/upload`, {
        method: 'POST',
        headers: {
          'content-type': 'text/csv',
          cookie: visitor.cookie ?? '',
          'x-sturmwarte-csrf': visitor.csrf ?? '',
        },
        body: csv,
      });
      return { status: response.status, body: (await response.json()) as IntakeReceipt };
    };
    expect(await upload(lead)).toMatchObject({
      status: 200,
      body: { lines: 2, stored: 1, rejected: 1, errors: [{ line: 3, code: 'field-invalid' }] },
    });
    expect(await upload(other)).toMatchObject({ status: 403 });
  });

  function openStream(): {
    send: ClientRequest;
    next: () => Promise<IntakeReceipt>;
    last: () => Promise<IntakeReceipt>;
  } {
    const send = request(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    });
    send.on('error', () => undefined);
    send.flushHeaders();
    const lines = readLines(send);
    const next = async (): Promise<IntakeReceipt> => {
      const { value } = await lines.next();
      return JSON.parse(value as string) as IntakeReceipt;
    };
    return {
      send,
      next,
      last: async () => {
        for (;;) {
          const receipt = await next();
          if (receipt.done === true) return receipt;
        }
      },
    };
  }
  async function* readLines(send: ClientRequest): AsyncGenerator<string> {
    const response = await new Promise<IncomingMessage>((resolve) => send.on('response', resolve));
    let text = '';
    for await (const chunk of response) {
      text += String(chunk);
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      yield* lines;
    }
  }
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ERROR_STATUS } from '@sturmwarte/domain';
import { verifyCounters } from '@sturmwarte/store';
import fc from 'fast-check';
import { request } from 'node:http';
import { RouteCatalog, type CatalogRoute } from './common/route-catalog.js';
import {
  anyJson,
  aWatchedTopic,
  eventually,
  listeningLog,
  nastyText,
  startTestApp,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from './testing/index.js';
import { garbage, json, ndjson, csv } from './testing/anything-sent.js';

/** More of them on demand: FUZZ_RUNS=2000. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 60);
/** Of each route there is. */
const perRoute = Math.max(4, Math.ceil(numRuns / 10));
jest.setTimeout(60_000 + numRuns * 500);

const BODY_FIELDS = [
  ...['name', 'email', 'password', 'language', 'grants', 'role', 'brandId', 'active', 'token'],
  ...['spaceId', 'kind', 'query', 'rules', 'id', 'negatives', 'minutes', 'level', 'note', 'reason'],
  ...['startsAt', 'topics', 'now', 'retentionDays', 'silentAfterMinutes', 'version', 'outcome'],
];
interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body travels in pieces of this size. */
  readonly piece: number;
  /** The sender goes away after so many pieces. */
  readonly leaves: number | null;
}

describe('whatever comes to a door', () => {
  let app: TestApp;
  let topic: WatchedTopic;
  let lead: TestVisitor;
  let heapBefore: number;
  const { log, complaints } = listeningLog();

  beforeAll(async () => {
    // The process has other test files behind it: what they left is not the doors'.
    heapBefore = process.memoryUsage().heapUsed;
    app = await startTestApp({ log });
    topic = await aWatchedTopic(app, 'Nordwind');
    lead = await app.signedIn('Lena', [
      { role: 'lead', brandId: null },
      { role: 'admin', brandId: null },
    ]);
  }, 120_000);
  afterAll(() => app.close());

  /** Status and body; null when the sender left. */
  function send({ path, headers, body, piece, leaves }: Sent): Promise<[number, string] | null> {
    return new Promise((resolve, reject) => {
      const sending = request(`${app.url}${path}`, { method: 'POST', headers }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => resolve([answer.statusCode ?? 0, text]));
        answer.on('error', () => resolve(null));
      });
      sending.on('error', (error) => (leaves === null ? reject(error) : resolve(null)));
      for (let at = 0, n = 0; at < body.length; at += piece, n++) {
        if (n === leaves) return void sending.destroy();
        sending.write(body.subarray(at, at + piece));
      }
      sending.end();
    });
  }
  const transfer = (body: fc.Arbitrary<Buffer>) =>
    fc.record({
      body,
      piece: fc.integer({ min: 1, max: 400 }),
      leaves: fc.option(fc.nat({ max: 3 }), { freq: 6 }),
    });
  function isAnswer(status: number, text: string): void {
    expect(status).toBeGreaterThanOrEqual(200);
    expect([status, status < 500]).toEqual([status, true]);
    if (status < 400 || !text.startsWith('{')) return;
    const { code } = JSON.parse(text) as { code: string };
    expect(Object.keys(ERROR_STATUS)).toContain(code);
    expect(code).not.toBe('internal');
  }
  async function isWell(): Promise<void> {
    expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
    expect(complaints).toEqual([]);
  }

  it.each([
    ['JSON', 'application/json', json],
    ['a stream', 'application/x-ndjson', ndjson],
    ['any type', null, fc.oneof(json, garbage)],
  ])('the intake takes or refuses %s', async (_, type, body) => {
    const types = type === null ? nastyText.map(asHeader) : fc.constant(type);
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(transfer(fc.oneof(body, body, garbage)), types, async (sent, given) => {
        const headers = { authorization: `Bearer ${topic.token}`, 'content-type': given };
        const answer = await send({ path: '/api/v1/mentions', headers, ...sent });
        if (answer === null) return;
        const [status, text] = answer;
        if (status !== 200) return isAnswer(status, text);
        const last = text.trim().split('\n').at(-1) ?? '';
        const receipt = JSON.parse(last) as Record<string, number>;
        expect(receipt['lines']).toBeGreaterThanOrEqual(receipt['rejected'] ?? NaN);
        stored += receipt['stored'] ?? 0;
      }),
      { numRuns },
    );
    // Else nothing came further than the door.
    if (type !== null) expect(stored).toBeGreaterThan(numRuns / 20);
    await isWell();
  });

  it('an upload takes or refuses a table', async () => {
    await fc.assert(
      fc.asyncProperty(transfer(fc.oneof(csv, csv, garbage)), async (sent) => {
        const headers = {
          ...{ cookie: lead.cookie ?? '', 'x-sturmwarte-csrf': lead.csrf ?? '' },
          'content-type': 'text/csv',
        };
        const path = `/api/v1/sources/${topic.sourceId}/upload`;
        const answer = await send({ path, headers, ...sent });
        if (answer !== null) isAnswer(...answer);
      }),
      { numRuns },
    );
    await isWell();
  });

  it('what was refused is noted for its people, whatever it was', async () => {
    const word = 'quorxabatil';
    const items = ['\u0000', '\ud800', `${word}\u0000`].map((channel) => ({
      ...{ externalId: `${channel} 1`, text: 'x', channel, [channel]: channel },
    }));
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${topic.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(items),
    });
    expect(await response.json()).toMatchObject({ rejected: 3 });
    await eventually(async () => {
      const { rowCount } = await app.db.pool.query(
        `select from intake_reject where params ->> 'found' = $1`,
        [word],
      );
      return (rowCount ?? 0) > 0;
    });
    await isWell();
  });

  it('every route answers, or refuses by a known code', async () => {
    const routes = app.nest
      .get(RouteCatalog)
      .routes()
      // Ends the session that asks.
      .filter(({ path, method }) => !(path.includes('session') && method === 'DELETE'));
    expect(routes.length).toBeGreaterThan(30);
    const values = fc.oneof(fc.constantFrom('1', String(topic.topicId)), nastyText);
    for (const route of routes) {
      const parts = fc.record({
        ids: fc.array(values, { minLength: 3, maxLength: 3 }),
        query: fc.dictionary(fc.constantFrom(...QUERY_FIELDS), nastyText, { maxKeys: 3 }),
        body: anyJson(BODY_FIELDS),
      });
      await fc.assert(
        fc.asyncProperty(parts, async ({ ids, query, body }) => {
          const given = route.method === 'GET' || route.method === 'DELETE' ? undefined : body;
          const answer = await lead.send(
            route.method as 'GET',
            addressOf(route, ids, query),
            given,
          );
          const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          isAnswer(answer.status, text);
        }),
        { numRuns: perRoute },
      );
    }
    await isWell();
  });

  it('searches and watch queries answer, or refuse', async () => {
    const typed = fc
      .array(
        fc.oneof(nastyText, fc.constantFrom('OR', 'AND', 'NOT', '(', ')', '"', 'akku*', '-a')),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        const search = await lead.get(
          `/api/v1/mentions?q=${encodeURIComponent(wellFormed(query))}`,
        );
        isAnswer(search.status, JSON.stringify(search.body));
        const check = await lead.post('/api/v1/topics/check', { spaceId: 1, brandId: 1, query });
        isAnswer(check.status, JSON.stringify(check.body));
      }),
      { numRuns },
    );
    await isWell();
  });

  it('leaves exact counters and bounded memory behind', async () => {
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(1_000_000_000);
  });
});

const QUERY_FIELDS = [
  ...[
    'space',
    'brand',
    'topic',
    'source',
    'alert',
    'channel',
    'kind',
    'lang',
    'polarity',
    'author',
  ],
  ...[
    'q',
    'from',
    'to',
    'before',
    'fold',
    'limit',
    'spaceId',
    'topicId',
    'state',
    'hours',
    'minutes',
  ],
];

function addressOf(
  { path }: CatalogRoute,
  ids: readonly string[],
  query: Readonly<Record<string, string>>,
): string {
  let n = 0;
  const filled = path.replace(/:\w+|\*\w*/g, () =>
    encodeURIComponent(wellFormed(ids[n++ % ids.length] ?? '')),
  );
  const asked = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`,
  );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

/** Half a pair cannot be written into an address. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function asHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').trim() || 'application/json; charset=latin1';
}

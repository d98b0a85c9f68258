import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SessionView } from '@sturmwarte/contracts';
import { SessionService } from '../common/session.service.js';
import { startTestApp, TEST_PASSWORD, type TestApp } from '../testing/index.js';
import { SweepService } from './sweep.service.js';

// Passwords are slow to hash on purpose, and the machine may be busy.
jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const codeOf = ({ body }: { readonly body: unknown }) => (body as { code?: string }).code;

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
    await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
  });
  afterAll(() => app.close());

  const attempt = (email: string, password: string, address = '192.0.2.1') =>
    app
      .visitor()
      .send('POST', '/api/v1/session', { email, password }, { 'x-forwarded-for': address });

  it('answers an unknown address and a wrong password in the same words', async () => {
    const unknown = await attempt('nobody@example.org', 'x');
    const wrong = await attempt('ada@example.org', 'x');
    for (const answer of [unknown, wrong]) {
      expect([answer.status, codeOf(answer)]).toEqual([401, 'wrong-credentials']);
    }
  });

  it('is possible in any spelling of the address', async () => {
    expect((await attempt(' ADA@example.ORG', TEST_PASSWORD)).status).toBe(201);
  });

  it('forgets earlier failures after a success', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 9; n += 1) await attempt('ada@example.org', 'x', `198.51.100.${n}`);
      expect((await attempt('ada@example.org', TEST_PASSWORD)).status).toBe(201);
    }
  });

  it('is slowed down per account, also for many guesses at once, and opens again by itself', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        attempt('eve@example.org', `guess ${n}`, `203.0.113.${n}`),
      ),
    );
    const refused = guesses.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(6);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    while ((await attempt('eve@example.org', 'x', '203.0.113.98')).status !== 429);
    // Those who were refused do not prolong the wait.
    app.clock.advance(14 * MINUTE_MS);
    expect((await attempt('eve@example.org', 'x', '203.0.113.99')).status).toBe(429);
    app.clock.advance(MINUTE_MS + 1);
    expect((await attempt('eve@example.org', 'x', '203.0.113.99')).status).toBe(401);
  });

  it('is slowed down per address, whichever accounts are tried', async () => {
    const address = '2001:db8:5::';
    for (let n = 0; n < 40; n += 1)
      await attempt(`user${n}@example.org`, 'x', `${address}${n + 1}`);
    expect((await attempt('ada@example.org', TEST_PASSWORD, `${address}ff`)).status).toBe(429);
    expect((await attempt('ada@example.org', TEST_PASSWORD, '198.51.100.200')).status).toBe(201);
  });

  it('gives a cookie that scripts cannot read, and over TLS only to TLS', async () => {
    const plain = await attempt('ada@example.org', TEST_PASSWORD);
    expect(plain.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const tls = await app
      .visitor()
      .send(
        'POST',
        '/api/v1/session',
        { email: 'ada@example.org', password: TEST_PASSWORD },
        { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'sturm.example.org' },
      );
    expect(tls.headers.get('set-cookie')).toMatch(/^__Host-sturmwarte=.*; Secure$/);
  });

  it('ends the session the browser had before', async () => {
    const browser = app.visitor();
    const body = { email: 'ada@example.org', password: TEST_PASSWORD };
    await browser.post('/api/v1/session', body);
    const before = browser.cookie;
    await browser.post('/api/v1/session', body);
    expect(browser.cookie).not.toBe(before);
    expect(await app.nest.get(SessionService).resolve(before ?? '')).toBeNull();
  });
});

describe('a session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { SESSION_IDLE_HOURS: '2', SESSION_MAX_DAYS: '1' } });
  });
  afterAll(() => app.close());

  it('is kept in the database only as a hash', async () => {
    const browser = await app.signedIn('Ada', []);
    const token = browser.cookie?.split('=')[1] as string;
    const dump = JSON.stringify(await app.db.dataSource.query('select * from session'));
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('is found by a cookie header alone, as in a socket handshake', async () => {
    const browser = await app.signedIn('Ben', [{ role: 'pr', brandId: null }]);
    const found = await app.nest.get(SessionService).resolve(`x=1; ${browser.cookie}`);
    expect(found).toMatchObject({ name: 'Ben', grants: [{ role: 'pr', brandId: null }] });
    expect(await app.nest.get(SessionService).resolve(undefined)).toBeNull();
    await browser.delete('/api/v1/session');
    expect(await app.nest.get(SessionService).check(found?.sessionId ?? 0)).toBeNull();
  });

  it('notes signs of life at most once a minute', async () => {
    const browser = await app.signedIn('Cem', []);
    const seen = async () => {
      const sessions = (await browser.get('/api/v1/me/sessions')).body as { lastSeenAt: string }[];
      return Date.parse(sessions[0]?.lastSeenAt ?? '');
    };
    const start = app.clock.now();
    app.clock.advance(59_000);
    expect(await seen()).toBe(start);
    app.clock.advance(1_000);
    expect(await seen()).toBe(start + MINUTE_MS);
  });

  it('ends after two idle hours, lives on with signs of life, and ends for all after a day', async () => {
    const idle = await app.signedIn('Dora', []);
    const busy = await app.signedIn('Emil', []);
    for (let hours = 0; hours < 23; hours += 1) {
      app.clock.advance(60 * MINUTE_MS);
      expect((await busy.get('/api/v1/me')).status).toBe(200);
    }
    expect((await idle.get('/api/v1/me')).status).toBe(401);
    app.clock.advance(60 * MINUTE_MS);
    expect((await busy.get('/api/v1/me')).status).toBe(401);
  });

  it('that has ended is removed in time', async () => {
    app.clock.advance(3 * 86_400_000);
    await app.nest.get(SweepService).sweep();
    expect(await app.db.dataSource.query('select id from session')).toEqual([]);
  });

  it('tells the console its secret for changes, and nobody else', async () => {
    const browser = await app.signedIn('Finn', []);
    const answer = await browser.get('/api/v1/session');
    expect((answer.body as SessionView).csrf).toBe(browser.csrf);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await app.visitor().get('/api/v1/session')).status).toBe(401);
  });
});

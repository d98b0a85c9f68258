import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AuditRow, ProofView } from '@sturmwarte/contracts';
import { PersonRepository } from '@sturmwarte/store';
import { testDatabase } from '@sturmwarte/store/testing';
import { FreshProof } from '../../common/fresh-proof.js';
import type { Principal } from '../../common/principal.js';
import { SessionService } from '../../common/session.service.js';
import {
  startServerOn,
  startTestApp,
  TEST_PASSWORD,
  TestClock,
  TestVisitor,
  type Answer,
  type TestApp,
} from '../../testing/index.js';
import { Passwords } from '../passwords.js';

// Passwords are slow to hash on purpose, and the machine may be busy.
jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const prove = (browser: TestVisitor, password: string) =>
  browser.post('/api/v1/proof', { method: 'password', password });
const codeOf = ({ body }: Answer) => (body as { code?: string }).code;

describe('a fresh proof of identity by password', () => {
  let app: TestApp;
  let admin: TestVisitor;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
  });
  afterAll(() => app.close());

  const principalOf = async ({ cookie }: TestVisitor): Promise<Principal> => {
    const found = await app.nest.get(SessionService).resolve(cookie ?? '');
    if (!found) throw new Error('nobody is signed in');
    return found;
  };
  const asked = async (browser: TestVisitor) =>
    app.nest.get(FreshProof).require(await principalOf(browser));
  const auditOf = async (name: string) =>
    ((await admin.get('/api/v1/audit')).body as AuditRow[])
      .filter(({ subject }) => subject === name)
      .map(({ action, by, details }) => ({ action, by: by?.name, details }));

  it('comes with signing in, and stands for five minutes', async () => {
    const browser = await app.signedIn('Ben', []);
    expect(await asked(browser)).toEqual({ at: app.clock.now(), by: 'password' });
    app.clock.advance(5 * MINUTE_MS);
    expect((await asked(browser)).by).toBe('password');
    app.clock.advance(1);
    await expect(asked(browser)).rejects.toMatchObject({
      code: 'proof-needed',
      params: { methods: 'password', maxAgeMs: 5 * MINUTE_MS },
    });
  });

  it('is given anew in the same session, and both are on record', async () => {
    const browser = await app.signedIn('Cem', []);
    app.clock.advance(6 * MINUTE_MS);
    const before = (await browser.get('/api/v1/proof')).body as ProofView;
    expect(before).toEqual({ proof: null, methods: ['password'], maxAgeMs: 5 * MINUTE_MS });
    const wrong = await prove(browser, 'not it');
    expect([wrong.status, codeOf(wrong)]).toEqual([403, 'proof-wrong']);
    await expect(asked(browser)).rejects.toMatchObject({ code: 'proof-needed' });
    const right = await prove(browser, TEST_PASSWORD);
    expect([right.status, (right.body as ProofView).proof?.by]).toEqual([200, 'password']);
    expect(await asked(browser)).toEqual({ at: app.clock.now(), by: 'password' });
    expect(await auditOf('Cem')).toEqual([
      { action: 'proof.given', by: 'Cem', details: { by: 'password' } },
      { action: 'proof.refused', by: 'Cem', details: { by: 'password' } },
    ]);
  });

  it('counts for one session only: another device is asked again', async () => {
    const browser = await app.signedIn('Dora', []);
    const phone = app.visitor();
    await phone.post('/api/v1/session', { email: 'dora@example.org', password: TEST_PASSWORD });
    app.clock.advance(6 * MINUTE_MS);
    await prove(browser, TEST_PASSWORD);
    await expect(asked(phone)).rejects.toMatchObject({ code: 'proof-needed' });
  });

  it('is of no use in a session that has ended', async () => {
    const browser = await app.signedIn('Emil', []);
    const principal = await principalOf(browser);
    await browser.delete('/api/v1/session');
    await expect(app.nest.get(FreshProof).require(principal)).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  it('cannot be guessed: after five mistakes the session waits, its owner’s other one does not', async () => {
    const stolen = await app.signedIn('Finn', []);
    const own = app.visitor();
    await own.post('/api/v1/session', { email: 'finn@example.org', password: TEST_PASSWORD });
    const guesses = await Promise.all(
      Array.from({ length: 9 }, (_, n) => prove(stolen, `guess ${n}`)),
    );
    expect(guesses.filter((answer) => codeOf(answer) === 'proof-wrong').length).toBeLessThan(6);
    while (codeOf(await prove(stolen, 'x')) !== 'too-many-attempts');
    // Even the right one is not looked at now.
    const refused = await prove(stolen, TEST_PASSWORD);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await prove(own, TEST_PASSWORD)).status).toBe(200);
    app.clock.advance(15 * MINUTE_MS + 1);
    expect((await prove(stolen, TEST_PASSWORD)).status).toBe(200);
  });
});

describe('a proof of identity in a house of several servers', () => {
  it('is seen by the other one, and outlives a restart', async () => {
    const database = await testDatabase();
    const clock = new TestClock();
    const [one, two] = [
      await startServerOn(database.url, clock),
      await startServerOn(database.url, clock),
    ];
    const at = ({ nest }: Awaited<ReturnType<typeof startServerOn>>) => {
      const { port } = nest.getHttpServer().address() as { port: number };
      return new TestVisitor(`http://127.0.0.1:${port}`);
    };
    const passwordHash = await one.nest.get(Passwords).hash(TEST_PASSWORD);
    const ben = { name: 'Ben', email: 'ben@example.org', grants: [], passwordHash };
    await one.db.transaction((tx) =>
      new PersonRepository(one.db).create({ ...ben, language: 'de', now: clock.now() }, tx),
    );
    const browser = at(one);
    await browser.post('/api/v1/session', { email: ben.email, password: TEST_PASSWORD });
    const elsewhere = Object.assign(at(two), { cookie: browser.cookie, csrf: browser.csrf });
    clock.advance(6 * MINUTE_MS);
    expect((await elsewhere.get('/api/v1/proof')).body).toMatchObject({ proof: null });
    await prove(browser, TEST_PASSWORD);
    expect((await elsewhere.get('/api/v1/proof')).body).toMatchObject({
      proof: { by: 'password' },
    });
    // Guesses are counted together as well.
    for (let n = 0; n < 3; n += 1) await prove(browser, `guess ${n}`);
    for (let n = 0; n < 2; n += 1) await prove(elsewhere, `guess ${n}`);
    expect((await prove(elsewhere, TEST_PASSWORD)).status).toBe(429);
    await Promise.all([one.close(), two.close()]);
    const third = await startServerOn(database.url, clock);
    const after = Object.assign(at(third), { cookie: browser.cookie, csrf: browser.csrf });
    expect((await after.get('/api/v1/proof')).body).toMatchObject({ proof: { by: 'password' } });
    await third.close();
    await database.drop();
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  AuditRow,
  FactorsView,
  ProofView,
  RecoveryCodesView,
  SecondStepView,
  SessionView,
  TotpOffer,
} from '@sturmwarte/contracts';
import { Secret, TOTP } from 'otpauth';
import {
  startTestApp,
  TEST_PASSWORD,
  type Answer,
  type TestApp,
  type TestVisitor,
} from '../../testing/index.js';

// Passwords are slow to hash on purpose, and the machine may be busy.
jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const STEP_MS = 30_000;
const codeOf = ({ body }: Answer) => (body as { code?: string }).code;
const stepOf = ({ body }: Answer) => (body as SecondStepView).secondStep;

describe('an authenticator app', () => {
  let app: TestApp;
  let admin: TestVisitor;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
  });
  afterAll(() => app.close());

  const codeAt = (secret: string, timestamp: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  const nextStep = () => app.clock.advance(STEP_MS);
  const prove = (browser: TestVisitor, code: string) =>
    browser.post('/api/v1/proof', { method: 'totp', code });
  const signIn = (browser: TestVisitor, name: string) =>
    browser.post('/api/v1/session', { email: `${name}@example.org`, password: TEST_PASSWORD });
  const finish = (browser: TestVisitor, token: string, proof: object) =>
    browser.post('/api/v1/session/second-step', { token, proof });
  const provenAdmin = async () => {
    await admin.post('/api/v1/proof', { method: 'password', password: TEST_PASSWORD });
    return admin;
  };

  async function withApp(name: string) {
    const browser = await app.signedIn(name, []);
    const offer = (await browser.post('/api/v1/me/factors/totp')).body as TotpOffer;
    const code = codeAt(offer.secret, app.clock.now());
    const done = await browser.post('/api/v1/me/factors/totp/confirm', { code });
    const codes = (done.body as RecoveryCodesView).recoveryCodes ?? [];
    return { browser, secret: offer.secret, codes, code };
  }

  it('is set up with a proof and its first code, and brings ten recovery codes', async () => {
    const browser = await app.signedIn('Ben', []);
    app.clock.advance(6 * MINUTE_MS);
    expect(codeOf(await browser.post('/api/v1/me/factors/totp'))).toBe('proof-needed');
    await browser.post('/api/v1/proof', { method: 'password', password: TEST_PASSWORD });
    const offer = (await browser.post('/api/v1/me/factors/totp')).body as TotpOffer;
    expect(offer.uri).toMatch(/^otpauth:\/\/totp\/Sturmwarte:ben%40example\.org\?/);
    const confirm = (code: string) => browser.post('/api/v1/me/factors/totp/confirm', { code });
    expect(codeOf(await confirm('000000'))).toBe('proof-wrong');
    // Nothing counts before the first code was right.
    expect(((await browser.get('/api/v1/me/factors')).body as FactorsView).totp).toBeNull();
    const done = await confirm(codeAt(offer.secret, app.clock.now()));
    const { recoveryCodes } = done.body as RecoveryCodesView;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes?.[0]).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect((await browser.get('/api/v1/proof')).body).toMatchObject({
      proof: { by: 'totp' },
      methods: ['totp', 'recovery-code'],
    });
  });

  it('keeps neither its secret nor the codes readable in the database', async () => {
    const { secret, codes } = await withApp('Cem');
    const rows: unknown[] = await app.db.dataSource.query(
      'select t.secret, c.code_hash from person_totp t, recovery_code c',
    );
    const dump = JSON.stringify(rows.map((row) => Object.values(row as object).map(String)));
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
    for (const plain of [secret, bytes.toString(), ...codes]) expect(dump).not.toContain(plain);
    const sealed = await app.db.dataSource.query<{ secret: Buffer }[]>(
      'select secret from person_totp',
    );
    expect(sealed.some(({ secret: one }) => one.includes(bytes))).toBe(false);
  });

  it('is what is asked for from then on: the password is not even looked at', async () => {
    const { browser, secret } = await withApp('Dora');
    app.clock.advance(6 * MINUTE_MS);
    for (const password of [TEST_PASSWORD, 'wrong']) {
      const answer = await browser.post('/api/v1/proof', { method: 'password', password });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'proof-needed']);
    }
    const answer = await prove(browser, codeAt(secret, app.clock.now()));
    expect((answer.body as ProofView).proof?.by).toBe('totp');
  });

  it('takes a code once, forgives half a minute of drift, and no more', async () => {
    const { browser, secret, code } = await withApp('Emil');
    expect(codeOf(await prove(browser, code))).toBe('proof-wrong');
    nextStep();
    nextStep();
    const late = codeAt(secret, app.clock.now() - STEP_MS);
    expect((await prove(browser, late)).status).toBe(200);
    const now = codeAt(secret, app.clock.now());
    const twice = await Promise.all([prove(browser, now), prove(browser, now)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 403]);
    // Older than one that was used, though within the drift.
    expect(codeOf(await prove(browser, late))).toBe('proof-wrong');
    expect((await prove(browser, codeAt(secret, app.clock.now() + STEP_MS))).status).toBe(200);
    app.clock.advance(10 * MINUTE_MS);
    for (const drift of [-2 * STEP_MS, 2 * STEP_MS]) {
      const far = codeAt(secret, app.clock.now() + drift);
      expect(codeOf(await prove(browser, far))).toBe('proof-wrong');
    }
  });

  it('is asked for at the door: the password alone opens no session', async () => {
    const { secret } = await withApp('Finn');
    nextStep();
    const phone = app.visitor();
    const answer = await signIn(phone, 'finn');
    expect([answer.status, stepOf(answer).methods]).toEqual([202, ['totp', 'recovery-code']]);
    expect([phone.cookie, (await phone.get('/api/v1/me')).status]).toEqual([null, 401]);
    const { token } = stepOf(answer);
    for (const proof of [
      { method: 'totp', code: '000000' },
      { method: 'password', password: TEST_PASSWORD },
      { method: 'recovery-code', code: 'AAAA-AAAA-AAAA-AAAA' },
    ]) {
      expect(codeOf(await finish(phone, token, proof))).toBe('proof-wrong');
    }
    const code = codeAt(secret, app.clock.now());
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const session = await finish(phone, token, { method: 'totp', code: spaced });
    expect([session.status, (session.body as SessionView).person.name]).toEqual([201, 'Finn']);
    expect(((await phone.get('/api/v1/proof')).body as ProofView).proof?.by).toBe('totp');
    // The way in works once.
    nextStep();
    const again = { method: 'totp', code: codeAt(secret, app.clock.now()) };
    expect(codeOf(await finish(app.visitor(), token, again))).toBe('sign-in-expired');
  });

  it('cannot be guessed at the door, and guessing there does not lock the person inside', async () => {
    const { browser, secret } = await withApp('Gina');
    nextStep();
    const thief = app.visitor();
    for (let round = 0; round < 3; round += 1) {
      const { token } = stepOf(await signIn(thief, 'gina'));
      for (let n = 0; n < 5; n += 1) {
        await finish(thief, token, { method: 'totp', code: `00000${n}` });
      }
    }
    const { token } = stepOf(await signIn(thief, 'gina'));
    const right = { method: 'totp', code: codeAt(secret, app.clock.now()) };
    expect((await finish(thief, token, right)).status).toBe(429);
    expect((await prove(browser, right.code)).status).toBe(200);
  });

  it('waits five minutes at the door, and not for a deactivated person', async () => {
    const { codes } = await withApp('Hana');
    const phone = app.visitor();
    const { token } = stepOf(await signIn(phone, 'hana'));
    app.clock.advance(5 * MINUTE_MS);
    const proof = { method: 'recovery-code', code: codes[0] };
    expect(codeOf(await finish(phone, token, proof))).toBe('sign-in-expired');
    const next = stepOf(await signIn(phone, 'hana')).token;
    await app.db.dataSource.query(`update person set active = false where name = 'Hana'`);
    expect(codeOf(await finish(phone, next, proof))).toBe('sign-in-expired');
  });

  it('may be replaced by each recovery code once, on paper or in small letters', async () => {
    const { browser, codes } = await withApp('Igor');
    const [first = '', second = ''] = codes;
    const use = (code: string) =>
      browser.post('/api/v1/proof', { method: 'recovery-code', code: code.toLowerCase() });
    expect(((await use(first)).body as ProofView).proof?.by).toBe('recovery-code');
    expect(codeOf(await use(first))).toBe('proof-wrong');
    const phone = app.visitor();
    const { token } = stepOf(await signIn(phone, 'igor'));
    expect((await finish(phone, token, { method: 'recovery-code', code: second })).status).toBe(
      201,
    );
    const left = ((await browser.get('/api/v1/me/factors')).body as FactorsView).recoveryCodes;
    expect(left).toBe(8);
    // New ones replace what is left.
    await browser.post('/api/v1/me/factors/recovery-codes');
    expect(codeOf(await use(codes[2] ?? ''))).toBe('proof-wrong');
  });

  it('goes with a proof, and its recovery codes with it', async () => {
    const { browser, codes } = await withApp('Jana');
    app.clock.advance(6 * MINUTE_MS);
    expect(codeOf(await browser.delete('/api/v1/me/factors/totp'))).toBe('proof-needed');
    await browser.post('/api/v1/proof', { method: 'recovery-code', code: codes[0] });
    expect((await browser.delete('/api/v1/me/factors/totp')).status).toBe(204);
    const { totp, recoveryCodes } = (await browser.get('/api/v1/me/factors')).body as FactorsView;
    expect([totp, recoveryCodes]).toEqual([null, 0]);
    expect((await signIn(app.visitor(), 'jana')).status).toBe(201);
  });

  it('stands in the way of a new password link, too', async () => {
    const { secret } = await withApp('Kai');
    nextStep();
    const [kai] = await app.db.dataSource.query<{ id: number }[]>(
      `select id from person where name = 'Kai'`,
    );
    const made = await admin.post(`/api/v1/people/${kai?.id}/reset-link`);
    const { link } = made.body as { link: string };
    const thief = app.visitor();
    const answer = await thief.post(`/api/v1/links/${link.split('/').pop() ?? ''}`, {
      password: 'another long password',
    });
    expect([answer.status, thief.cookie]).toEqual([202, null]);
    const proof = { method: 'totp', code: codeAt(secret, app.clock.now()) };
    expect((await finish(thief, stepOf(answer).token, proof)).status).toBe(201);
  });

  it('that was lost is taken away by an administrator with a proof; the person is told', async () => {
    const { browser } = await withApp('Lena');
    const { id } = (await browser.get('/api/v1/me')).body as { id: number };
    const path = `/api/v1/people/${id}/reset-factors`;
    app.clock.advance(6 * MINUTE_MS);
    expect(codeOf(await admin.post(path))).toBe('proof-needed');
    expect(codeOf(await browser.post(path))).toBe('not-allowed');
    expect((await (await provenAdmin()).post(path)).status).toBe(204);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    const back = await signIn(browser, 'lena');
    expect(back.status).toBe(201);
    const told = { by: 'Ada', at: new Date(app.clock.now()).toISOString() };
    expect((back.body as SessionView).factorsReset).toEqual(told);
    expect(((await browser.get('/api/v1/session')).body as SessionView).factorsReset).toEqual(told);
    await browser.delete('/api/v1/me/factors/reset-notice');
    const { body } = await browser.get('/api/v1/session');
    expect((body as SessionView).factorsReset).toBeUndefined();
  });

  it('leaves what was done with it in the audit list', async () => {
    const { browser, secret } = await withApp('Mia');
    nextStep();
    await prove(browser, '000000');
    await prove(browser, codeAt(secret, app.clock.now()));
    const { token } = stepOf(await signIn(app.visitor(), 'mia'));
    await finish(app.visitor(), token, { method: 'totp', code: '000000' });
    const list = (await admin.get('/api/v1/audit')).body as AuditRow[];
    expect(
      list
        .filter(({ subject }) => subject === 'Mia')
        .map(({ action, by, details }) => [action, by?.name, details])
        .reverse(),
    ).toEqual([
      ['factor.added', 'Mia', { kind: 'totp' }],
      ['recovery-codes.made', 'Mia', {}],
      ['proof.refused', 'Mia', { by: 'totp' }],
      ['proof.given', 'Mia', { by: 'totp' }],
      ['proof.refused', 'Mia', { by: 'totp', where: 'sign-in' }],
    ]);
    expect(JSON.stringify(list)).not.toContain(secret);
  });
});

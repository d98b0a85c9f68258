import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  FactorsView,
  PasskeyAssertion,
  PasskeyOptions,
  ProofView,
  SecondStepView,
} from '@sturmwarte/contracts';
import {
  SoftPasskey,
  startTestApp,
  TEST_PASSWORD,
  type Answer,
  type TestApp,
  type TestVisitor,
} from '../../testing/index.js';

// Passwords are slow to hash on purpose, and the machine may be busy.
jest.setTimeout(120_000);

const HOUSE = 'https://sturm.example.org';
const MINUTE_MS = 60_000;
const codeOf = ({ body }: Answer) => (body as { code?: string }).code;

describe('a passkey', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { PUBLIC_URL: HOUSE } });
  });
  afterAll(() => app.close());

  const ask = async (browser: TestVisitor, path: string) =>
    (await browser.post(path)).body as PasskeyOptions;
  const register = async (browser: TestVisitor, key: SoftPasskey, name: string) => {
    const options = await ask(browser, '/api/v1/me/factors/passkeys/options');
    return browser.post('/api/v1/me/factors/passkeys', { name, attestation: key.make(options) });
  };
  const challenge = (browser: TestVisitor) => ask(browser, '/api/v1/proof/challenge');
  const prove = (browser: TestVisitor, assertion: PasskeyAssertion) =>
    browser.post('/api/v1/proof', { method: 'passkey', assertion });

  async function withKey(name: string) {
    const browser = await app.signedIn(name, []);
    const key = new SoftPasskey(HOUSE);
    expect((await register(browser, key, 'Phone')).status).toBe(201);
    app.clock.advance(6 * MINUTE_MS);
    return { browser, key };
  }

  it('is registered with a name and a proof, several of them, each once', async () => {
    const browser = await app.signedIn('Ben', []);
    app.clock.advance(6 * MINUTE_MS);
    const unproven = await browser.post('/api/v1/me/factors/passkeys/options');
    expect(codeOf(unproven)).toBe('proof-needed');
    await browser.post('/api/v1/proof', { method: 'password', password: TEST_PASSWORD });
    const phone = new SoftPasskey(HOUSE);
    expect((await register(browser, phone, 'Phone')).body).toMatchObject({
      recoveryCodes: expect.any(Array),
    });
    expect((await register(browser, new SoftPasskey(HOUSE), 'Laptop')).body).toEqual({
      recoveryCodes: null,
    });
    expect(codeOf(await register(browser, new SoftPasskey(HOUSE), 'Phone'))).toBe('name-taken');
    expect(codeOf(await register(browser, phone, 'Again'))).toBe('already-so');
    const { passkeys } = (await browser.get('/api/v1/me/factors')).body as FactorsView;
    expect(passkeys.map(({ name }) => name)).toEqual(['Phone', 'Laptop']);
  });

  it('proves who one is, with a question that is answered once', async () => {
    const { browser, key } = await withKey('Cem');
    const answer = key.answer(await challenge(browser));
    expect(((await prove(browser, answer)).body as ProofView).proof?.by).toBe('passkey');
    expect(codeOf(await prove(browser, answer))).toBe('proof-wrong');
    const old = await challenge(browser);
    app.clock.advance(3 * MINUTE_MS);
    expect(codeOf(await prove(browser, key.answer(old)))).toBe('proof-wrong');
  });

  it('answers for its own session only, and for its own person', async () => {
    const { browser, key } = await withKey('Dora');
    const other = await withKey('Emil');
    const foreign = await challenge(other.browser);
    expect(codeOf(await prove(browser, key.answer(foreign)))).toBe('proof-wrong');
    const own = await challenge(browser);
    expect(codeOf(await prove(browser, other.key.answer(own)))).toBe('proof-wrong');
    // A question to register is none to prove.
    await prove(browser, key.answer(await challenge(browser)));
    const toRegister = await ask(browser, '/api/v1/me/factors/passkeys/options');
    expect(codeOf(await prove(browser, key.answer(toRegister)))).toBe('proof-wrong');
  });

  it('is refused from a foreign page, without its owner’s finger, and when it was copied', async () => {
    const { browser, key } = await withKey('Finn');
    const attempt = async (change: (key: SoftPasskey) => void) => {
      const copy = Object.assign(Object.create(SoftPasskey.prototype) as SoftPasskey, key);
      change(copy);
      return codeOf(await prove(browser, copy.answer(await challenge(browser))));
    };
    const bend = (name: string, value: unknown) => (copy: SoftPasskey) =>
      void Object.assign(copy, { [name]: value });
    expect(await attempt(bend('origin', 'https://evil.example'))).toBe('proof-wrong');
    expect(await attempt(bend('rpId', 'evil.example'))).toBe('proof-wrong');
    expect(await attempt(bend('verified', false))).toBe('proof-wrong');
    expect((await prove(browser, key.answer(await challenge(browser)))).status).toBe(200);
    // The copy counts from where it was taken.
    expect(await attempt(bend('counter', 0))).toBe('proof-wrong');
  });

  it('opens the door as second step, and only the door it was asked at', async () => {
    const { key } = await withKey('Gina');
    const door = async () => {
      const visitor = app.visitor();
      const credentials = { email: 'gina@example.org', password: TEST_PASSWORD };
      const answer = await visitor.post('/api/v1/session', credentials);
      const { token } = (answer.body as SecondStepView).secondStep;
      return { visitor, token };
    };
    const [one, two] = [await door(), await door()];
    const question = async ({ visitor, token }: typeof one) =>
      (await visitor.post('/api/v1/session/second-step/challenge', { token }))
        .body as PasskeyOptions;
    const finish = async ({ visitor, token }: typeof one, options: PasskeyOptions) => {
      const proof = { method: 'passkey', assertion: key.answer(options) };
      return visitor.post('/api/v1/session/second-step', { token, proof });
    };
    expect(codeOf(await finish(two, await question(one)))).toBe('proof-wrong');
    expect((await finish(one, await question(one))).status).toBe(201);
    expect(((await one.visitor.get('/api/v1/proof')).body as ProofView).proof?.by).toBe('passkey');
  });
});

describe('passkeys', () => {
  it('are not offered where browsers know none', async () => {
    const app = await startTestApp();
    const browser = await app.signedIn('Ben', []);
    expect((await browser.get('/api/v1/me/factors')).body).toMatchObject({ passkeysHere: false });
    const answer = await browser.post('/api/v1/me/factors/passkeys/options');
    expect([answer.status, codeOf(answer)]).toEqual([409, 'passkeys-not-here']);
    await app.close();
  });
});

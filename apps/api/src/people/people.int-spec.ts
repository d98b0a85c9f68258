import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AuditRow, ColleagueView, PersonView, SessionRow } from '@sturmwarte/contracts';
import type { Grant } from '@sturmwarte/domain';
import { startTestApp, TEST_PASSWORD, type TestApp, type TestVisitor } from '../testing/index.js';
import { SetupService } from './setup.service.js';

// Passwords are slow to hash on purpose, and the machine may be busy.
jest.setTimeout(120_000);

const ADMIN: Grant = { role: 'admin', brandId: null };
const PR: Grant = { role: 'pr', brandId: null };
const codeOf = ({ body }: { readonly body: unknown }) => (body as { code?: string }).code;
const tokenIn = ({ body }: { readonly body: unknown }) =>
  (body as { link: string }).link.split('/link/')[1] as string;

describe('the first account', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const request = (token: string) => ({
    ...{ token, name: 'Ada', email: 'Ada@Example.org', password: TEST_PASSWORD },
    ...{ brand: 'Aurora', language: 'de' },
  });

  it('needs the link the server printed', async () => {
    expect((await app.visitor().get('/api/v1/setup')).body).toEqual({ open: true });
    const answer = await app.visitor().post('/api/v1/setup', request('x'.repeat(43)));
    expect([answer.status, codeOf(answer)]).toEqual([410, 'link-invalid']);
  });

  it('cannot be made with a link that is a day old', async () => {
    const offer = await app.nest.get(SetupService).offer();
    app.clock.advance(24 * 3_600_000);
    expect(codeOf(await app.visitor().post('/api/v1/setup', request(offer!.token)))).toBe(
      'link-invalid',
    );
  });

  it('goes to one of two people who open the link at the same time', async () => {
    const offer = await app.nest.get(SetupService).offer();
    const answers = await Promise.all([
      app.visitor().post('/api/v1/setup', request(offer!.token)),
      app.visitor().post('/api/v1/setup', { ...request(offer!.token), email: 'b@example.org' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('setup-done');
  });

  it('is administrator and incident lead of all brands, and closes the set-up', async () => {
    const people: unknown = await app.db.dataSource.query(
      'select role, brand_id from person_grant order by role',
    );
    expect(people).toEqual([
      { role: 'admin', brand_id: null },
      { role: 'lead', brand_id: null },
    ]);
    expect((await app.visitor().get('/api/v1/setup')).body).toEqual({ open: false });
    expect(await app.nest.get(SetupService).offer()).toBeNull();
  });
});

describe('people of a house', () => {
  let app: TestApp;
  let ada: TestVisitor;
  let adaId: number;
  beforeAll(async () => {
    app = await startTestApp();
    ada = await app.signedIn('Ada', [ADMIN]);
    adaId = ((await ada.get('/api/v1/me')).body as PersonView).id;
  });
  afterAll(() => app.close());

  const invite = async (name: string, grants: readonly Grant[] = [PR]) => {
    const body = { name, email: `${name.toLowerCase()}@example.org`, language: 'en', grants };
    const answer = await ada.post('/api/v1/people', body);
    expect(answer.status).toBe(201);
    return { token: tokenIn(answer), person: (answer.body as { person: PersonView }).person };
  };
  const joined = async (name: string, grants?: readonly Grant[]) => {
    const { token, person } = await invite(name, grants);
    const visitor = app.visitor();
    expect((await visitor.post(`/api/v1/links/${token}`, { password: TEST_PASSWORD })).status).toBe(
      201,
    );
    return { visitor, person };
  };

  it('an invited person chooses a password and is in; the link works once', async () => {
    const { token } = await invite('Ben');
    const ben = app.visitor();
    expect((await ben.get(`/api/v1/links/${token}`)).body).toMatchObject({
      ...{ kind: 'invitation', name: 'Ben', email: 'ben@example.org' },
    });
    await ben.post(`/api/v1/links/${token}`, { password: TEST_PASSWORD });
    expect((await ben.get('/api/v1/me')).body).toMatchObject({ name: 'Ben', joined: true });
    const again = await app
      .visitor()
      .post(`/api/v1/links/${token}`, { password: 'stolen password' });
    expect([again.status, codeOf(again)]).toEqual([410, 'link-invalid']);
  });

  it('two people who open one link at the same time do not both set a password', async () => {
    const { token } = await invite('Twin');
    const answers = await Promise.all(
      ['first long password', 'other long password'].map((password) =>
        app.visitor().post(`/api/v1/links/${token}`, { password }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
  });

  it('a second invitation for the same address is refused, however it is written', async () => {
    const body = { name: 'B', email: 'BEN@example.org', language: 'en', grants: [] };
    expect(codeOf(await ada.post('/api/v1/people', body))).toBe('email-taken');
  });

  it('a password that is the own name is refused and the link stays good', async () => {
    const { token } = await invite('Marlene Dietrich'.replace(' ', ''));
    const answer = await app
      .visitor()
      .post(`/api/v1/links/${token}`, { password: 'MarleneDietrich' });
    expect(codeOf(answer)).toBe('password-too-weak');
    expect((await app.visitor().get(`/api/v1/links/${token}`)).status).toBe(200);
  });

  it('who is deactivated is out at once, and comes back only by signing in', async () => {
    const { visitor: cem, person } = await joined('Cem');
    const said: number[] = [];
    app.bus.on('people.changed').subscribe(({ personId }) => said.push(personId));
    expect((await cem.get('/api/v1/me')).status).toBe(200);
    await ada.patch(`/api/v1/people/${person.id}`, { active: false });
    expect(said).toContain(person.id);
    expect((await cem.get('/api/v1/me')).status).toBe(401);
    const email = 'cem@example.org';
    const right = await cem.post('/api/v1/session', { email, password: TEST_PASSWORD });
    expect([right.status, codeOf(right)]).toEqual([403, 'account-inactive']);
    const wrong = await cem.post('/api/v1/session', { email, password: 'guess' });
    expect(codeOf(wrong)).toBe('wrong-credentials');
    await ada.patch(`/api/v1/people/${person.id}`, { active: true });
    expect((await cem.get('/api/v1/me')).status).toBe(401);
    expect((await cem.post('/api/v1/session', { email, password: TEST_PASSWORD })).status).toBe(
      201,
    );
  });

  it('roles taken away count from the next request on', async () => {
    const { visitor: dora, person } = await joined('Dora', [ADMIN]);
    expect((await dora.get('/api/v1/people')).status).toBe(200);
    await ada.patch(`/api/v1/people/${person.id}`, { grants: [PR] });
    expect((await dora.get('/api/v1/people')).status).toBe(403);
  });

  it('the last administrator cannot be removed, nor can anybody deactivate themselves', async () => {
    expect(codeOf(await ada.patch(`/api/v1/people/${adaId}`, { grants: [PR] }))).toBe('last-admin');
    expect(codeOf(await ada.patch(`/api/v1/people/${adaId}`, { active: false }))).toBe(
      'own-account',
    );
    expect((await ada.get('/api/v1/people')).status).toBe(200);
  });

  it('two administrators who remove each other in the same moment: one stays', async () => {
    const { visitor: eva, person } = await joined('Eva', [ADMIN]);
    const answers = await Promise.all([
      ada.patch(`/api/v1/people/${person.id}`, { grants: [] }),
      eva.patch(`/api/v1/people/${adaId}`, { grants: [] }),
    ]);
    // Which of the two comes first is open; the second is refused for its right or as the last one.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const admins = await app.db.dataSource.query<{ person_id: number }[]>(
      `select person_id from person_grant where role = 'admin'`,
    );
    expect(admins).toHaveLength(1);
    if (admins[0]?.person_id !== adaId) {
      await eva.patch(`/api/v1/people/${adaId}`, { grants: [ADMIN] });
      await ada.patch(`/api/v1/people/${person.id}`, { grants: [] });
    }
  });

  it('a revoked session is out at once, the others stay', async () => {
    const { visitor: finn, person } = await joined('Finn');
    const phone = app.visitor();
    await phone.send(
      'POST',
      '/api/v1/session',
      { email: 'finn@example.org', password: TEST_PASSWORD },
      { 'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0' },
    );
    const sessions = (await ada.get(`/api/v1/people/${person.id}/sessions`)).body as SessionRow[];
    const lost = sessions.find(({ device }) => device === 'Firefox, Android');
    expect(sessions).toHaveLength(2);
    expect((await ada.delete(`/api/v1/people/${person.id}/sessions/${lost?.id}`)).status).toBe(204);
    expect((await phone.get('/api/v1/me')).status).toBe(401);
    expect((await finn.get('/api/v1/me')).status).toBe(200);
  });

  it('nobody ends the session of somebody else as if it were their own', async () => {
    const { visitor: gil } = await joined('Gil');
    const mine = ((await ada.get('/api/v1/me/sessions')).body as SessionRow[]).find(
      (s) => s.current,
    );
    expect((await gil.delete(`/api/v1/me/sessions/${mine?.id}`)).status).toBe(404);
    expect((await ada.get('/api/v1/me')).status).toBe(200);
  });

  it('a new password ends every other session and needs the current one', async () => {
    const { visitor: hal } = await joined('Hal');
    const other = app.visitor();
    await other.post('/api/v1/session', { email: 'hal@example.org', password: TEST_PASSWORD });
    const next = 'a different long password';
    const wrong = await hal.patch('/api/v1/me', { password: { current: 'no', next } });
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'invalid-input']);
    const right = { password: { current: TEST_PASSWORD, next }, language: 'de' };
    expect((await hal.patch('/api/v1/me', right)).body).toMatchObject({ language: 'de' });
    expect((await hal.get('/api/v1/me')).status).toBe(200);
    expect((await other.get('/api/v1/me')).status).toBe(401);
  });

  it('a reset link replaces the one before and ends all sessions when used', async () => {
    const { visitor: ida, person } = await joined('Ida');
    const first = tokenIn(await ada.post(`/api/v1/people/${person.id}/reset-link`));
    const second = tokenIn(await ada.post(`/api/v1/people/${person.id}/reset-link`));
    expect((await app.visitor().get(`/api/v1/links/${first}`)).status).toBe(410);
    const fresh = app.visitor();
    await fresh.post(`/api/v1/links/${second}`, { password: 'a password set anew' });
    expect((await ida.get('/api/v1/me')).status).toBe(401);
    expect((await fresh.get('/api/v1/me')).status).toBe(200);
  });

  it('a brand name is taken once, and who holds one brand sees one brand', async () => {
    expect((await ada.post('/api/v1/brands', { name: 'Aurora' })).status).toBe(201);
    const borealis = (await ada.post('/api/v1/brands', { name: 'Borealis' })).body as {
      id: number;
    };
    expect(codeOf(await ada.post('/api/v1/brands', { name: 'Aurora' }))).toBe('name-taken');
    const { visitor } = await joined('Jan', [{ role: 'community', brandId: borealis.id }]);
    expect((await visitor.get('/api/v1/brands')).body).toEqual([borealis]);
    const unknown = {
      name: 'K',
      email: 'k@example.org',
      language: 'en',
      grants: [{ role: 'pr', brandId: 99 }],
    };
    expect(codeOf(await ada.post('/api/v1/people', unknown))).toBe('not-found');
  });

  it('a colleague of one brand finds those to ask there, by name and role and nothing else', async () => {
    const brand = await ada.post('/api/v1/brands', { name: 'Sextant' });
    const { id: brandId } = brand.body as { id: number };
    const grant: Grant = { role: 'legal', brandId };
    const { visitor: ivo, person } = await joined('Ivo', [grant]);
    await joined('Jana', [{ role: 'pr', brandId: null }]);
    const { person: kurt } = await joined('Kurt', [{ role: 'pr', brandId }]);
    await ada.patch(`/api/v1/people/${kurt.id}`, { active: false });
    const other = await ada.post('/api/v1/brands', { name: 'Kompass' });
    await joined('Lotte', [{ role: 'pr', brandId: (other.body as { id: number }).id }]);
    const found = (await ivo.get('/api/v1/colleagues')).body as ColleagueView[];
    expect(found.find(({ name }) => name === 'Ivo')).toEqual({
      ...{ id: person.id, name: 'Ivo', grants: [grant] },
    });
    const names = found.map(({ name }) => name);
    expect(names).toContain('Jana');
    expect(names).not.toContain('Kurt');
    expect(names).not.toContain('Lotte');
    expect((await app.visitor().get('/api/v1/colleagues')).status).toBe(401);
  });

  it('the audit list tells who changed what, newest first, and no secret', async () => {
    const rows = (await ada.get('/api/v1/audit?limit=200')).body as AuditRow[];
    const actions = new Set(rows.map(({ action }) => action));
    for (const action of [
      ...['person.invited', 'person.joined', 'person.deactivated', 'person.activated'],
      ...['grants.changed', 'session.revoked', 'person.password-changed', 'person.password-reset'],
      'brand.created',
    ]) {
      expect(actions).toContain(action);
    }
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort((a, b) => b - a));
    const older = (await ada.get(`/api/v1/audit?limit=2&before=${rows[1]?.id}`)).body as AuditRow[];
    expect(older.map(({ id }) => id)).toEqual(rows.slice(2, 4).map(({ id }) => id));
    expect(JSON.stringify(rows)).not.toMatch(/argon2|password"|token/i);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailHouse, Newsroom } from '@sturmwarte/connectors/testing';
import type { AuditRow, ExitChoice, ExitMade, ExitTested, ExitView } from '@sturmwarte/contracts';
import { Webhook } from 'standardwebhooks';
import { startTestApp, type TestApp, type TestVisitor } from '../testing/index.js';

describe('an exit', () => {
  let app: TestApp;
  let newsroom: Newsroom;
  let mails: MailHouse;
  let ada: TestVisitor;
  let pia: TestVisitor;
  let otto: TestVisitor;
  let webhook: ExitMade;
  let list: ExitMade;

  beforeAll(async () => {
    [app, newsroom, mails] = await Promise.all([startTestApp(), Newsroom.open(), MailHouse.open()]);
    // The library that checks signatures knows only the time of the machine.
    app.clock.advance(Date.now() - app.clock.now());
    await app.db.pool.query(`insert into brand (name) values ('Nordlicht'), ('Südwind')`);
    ada = await app.signedIn('Ada', [{ role: 'admin', brandId: 1 }]);
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: 1 }]);
    otto = await app.signedIn('Otto', [{ role: 'admin', brandId: 2 }]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([app.close(), newsroom.close(), mails.close()]);
  });

  const made = async (body: object): Promise<ExitMade> => {
    const answer = await ada.post('/api/v1/brands/1/exits', body);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as ExitMade;
  };
  const tested = async (id: number) =>
    (await ada.post(`/api/v1/exits/${id}/test`)).body as ExitTested;

  it('is set up by the administrator of its brand, and its secret is shown this once', async () => {
    const { url, readBackUrl } = newsroom;
    webhook = await made({
      ...{ kind: 'webhook', name: 'Newsroom', channels: ['website', 'website', 'press'] },
      settings: { url, readBackUrl, privateNetwork: true },
    });
    expect(webhook.exit).toMatchObject({ name: 'Newsroom', active: true, kind: 'webhook' });
    expect(webhook.exit.channels).toEqual(['website', 'press']);
    expect(webhook.secret).toMatch(/^whsec_/);
    list = await made({
      ...{
        kind: 'mail',
        name: 'Presseverteiler',
        channels: ['press'],
        password: 'geheim und lang',
      },
      settings: {
        ...{ host: '127.0.0.1', port: mails.port, security: 'none', privateNetwork: true },
        from: { name: 'Nordlicht', address: 'presse@nordlicht.example' },
        recipients: ['a@zeitung.example', 'A@zeitung.example', 'b@funk.example'],
        unsubscribe: 'mailto:ab@nordlicht.example',
      },
    });
    expect(list.exit.settings).toMatchObject({
      recipients: ['A@zeitung.example', 'b@funk.example'],
    });
    const seen = (await ada.get('/api/v1/exits')).body as ExitView[];
    expect(seen.map(({ name }) => name)).toEqual(['Newsroom', 'Presseverteiler']);
    for (const secret of [webhook.secret ?? '?', 'geheim und lang']) {
      expect(JSON.stringify(seen)).not.toContain(secret);
    }
    const { rows } = await app.db.pool.query<{ secrets: Buffer }>('select secrets from exit');
    for (const { secrets } of rows) expect(secrets.toString('latin1')).not.toMatch(/whsec|geheim/);
  });

  it('is offered to those who publish for its brand, and to nobody else', async () => {
    const offered = (await pia.get('/api/v1/brands/1/exits')).body as ExitChoice[];
    expect(offered).toEqual([
      { id: webhook.exit.id, name: 'Newsroom', kind: 'webhook', channels: ['website', 'press'] },
      { id: list.exit.id, name: 'Presseverteiler', kind: 'mail', channels: ['press'] },
    ]);
    expect((await pia.get('/api/v1/brands/2/exits')).status).toBe(403);
    expect((await pia.get('/api/v1/exits')).status).toBe(403);
    expect((await pia.post('/api/v1/brands/1/exits', { kind: 'sandbox' })).status).toBe(403);
    expect((await otto.get('/api/v1/exits')).body).toEqual([]);
    expect((await otto.patch(`/api/v1/exits/${webhook.exit.id}`, { active: false })).status).toBe(
      403,
    );
    expect((await otto.post(`/api/v1/exits/${webhook.exit.id}/test`)).status).toBe(403);
  });

  it.each([
    [{ kind: 'webhook', settings: { url: 'http://news.example.org/' } }, 'settings.url'],
    [{ kind: 'webhook', settings: { url: 'https://a:b@news.example.org/' } }, 'settings.url'],
    [{ kind: 'webhook', settings: { url: 'file:///etc/passwd' } }, 'settings.url'],
    [
      { kind: 'webhook', settings: { url: 'https://x.org/', readBackUrl: 'https://x.org/y' } },
      'settings.readBackUrl',
    ],
    [{ kind: 'hand', settings: {} }, 'kind'],
    [{ kind: 'sandbox', channels: [] }, 'channels'],
    [{ kind: 'sandbox', channels: ['carrier-pigeon'] }, 'channels.0'],
  ])('is refused as %j', async (body, field) => {
    const answer = await ada.post('/api/v1/brands/1/exits', {
      ...{ name: 'x', channels: ['press'] },
      ...body,
    });
    expect([answer.status, answer.body]).toMatchObject([400, { params: { field } }]);
  });

  it('can be tried: the newsroom is told that it is a test', async () => {
    const to = `127.0.0.1:${newsroom.port}`;
    expect(await tested(webhook.exit.id)).toEqual({ kind: 'confirmed', why: null, to });
    expect(newsroom.statements[0]).toMatchObject({
      type: 'statement.test',
      data: { brand: 'Nordlicht', text: expect.stringContaining('Please do not publish') },
    });
    newsroom.mood = { kind: 'answers', status: 401 };
    expect(await tested(webhook.exit.id)).toMatchObject({ kind: 'refused', why: 'http-401' });
    newsroom.mood = { kind: 'answers', status: 201 };
  });

  it('can be tried: of a press list only the asker gets a mail', async () => {
    const password = null;
    const settings = { ...list.exit.settings, user: null };
    await ada.patch(`/api/v1/exits/${list.exit.id}`, { password, settings });
    const to = 'ada@example.org';
    expect(await tested(list.exit.id)).toEqual({ kind: 'confirmed', why: null, to });
    expect(mails.mails.map((mail) => mail.to)).toEqual([to]);
  });

  it('gets a new secret while the old one signs for another day', async () => {
    const id = webhook.exit.id;
    const renewed = (await ada.post(`/api/v1/exits/${id}/secret`)).body as ExitMade;
    const fits = (secret: string | null): boolean => {
      const { body, headers } = newsroom.calls.at(-1)!;
      try {
        new Webhook(secret ?? '').verify(body.toString('utf8'), { ...headers });
        return true;
      } catch {
        return false;
      }
    };
    await tested(id);
    expect([fits(renewed.secret), fits(webhook.secret)]).toEqual([true, true]);
    app.clock.advance(25 * 3_600_000);
    ada = await app.signedIn('Ada2', [{ role: 'admin', brandId: 1 }]);
    pia = await app.signedIn('Pia2', [{ role: 'pr', brandId: 1 }]);
    await tested(id);
    expect(newsroom.calls.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  it('leaves traces in the audit list, without secrets and without the names of a press list', async () => {
    const boss = await app.signedIn('Boss', [{ role: 'admin', brandId: null }]);
    const audit = (await boss.get('/api/v1/audit?limit=100')).body as AuditRow[];
    expect(new Set(audit.map(({ action }) => action))).toEqual(
      new Set([
        ...['exit.created', 'exit.changed', 'exit.secret-renewed', 'exit.tested'],
        ...audit.map(({ action }) => action).filter((action) => !action.startsWith('exit.')),
      ]),
    );
    const told = JSON.stringify(audit);
    for (const hidden of [webhook.secret ?? '?', 'geheim', 'zeitung.example']) {
      expect(told).not.toContain(hidden);
    }
  });

  it('that was switched off is offered no more', async () => {
    await ada.patch(`/api/v1/exits/${list.exit.id}`, { active: false });
    const offered = (await pia.get('/api/v1/brands/1/exits')).body as ExitChoice[];
    expect(offered.map(({ name }) => name)).toEqual(['Newsroom']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditRow, SourceView } from '@sturmwarte/contracts';
import {
  eventually,
  sendMentions,
  startTestApp,
  type TestApp,
  type TestVisitor,
} from '../testing/index.js';

describe('a source', () => {
  let app: TestApp;
  let ada: TestVisitor;
  let pia: TestVisitor;
  let id: number;
  let token: string;

  beforeAll(async () => {
    app = await startTestApp();
    ada = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: null }]);
  }, 120_000);
  afterAll(() => app.close());

  const send = (secret: string) =>
    sendMentions({
      ...{ url: app.url, token: secret, count: 2, text: 'hello', atMs: app.clock.now() },
    });
  const seenBy = async (visitor: TestVisitor) =>
    ((await visitor.get('/api/v1/sources')).body as SourceView[])[0];

  it('is made with a token that is shown once and kept as a hash', async () => {
    const made = await ada.post('/api/v1/sources', { name: 'Forum', brandId: null });
    ({ token } = made.body as { token: string });
    id = (made.body as { source: SourceView }).source.id;
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const seen = await seenBy(ada);
    expect(seen).toMatchObject({ name: 'Forum', active: true, retentionDays: 90 });
    expect(JSON.stringify(seen)).not.toContain(token);
    expect(seen?.tokens).toMatchObject([{ hint: token.slice(0, 6) }]);
    expect(seen?.health).toMatchObject({ state: 'new', lastMentionAt: null });
  });

  it('shows its health to those who see the board, its tokens to those who manage it', async () => {
    await send(token);
    const seen = await seenBy(pia);
    expect(seen?.health).toMatchObject({ state: 'ok', acceptedToday: 2 });
    expect(seen?.tokens).toEqual([]);
    expect((await pia.post(`/api/v1/sources/${id}/tokens`)).status).toBe(403);
  });

  it('names the lines it refused', async () => {
    await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ text: 'without an id' }]),
    });
    const rejects = await eventually(async () => {
      const { body } = await ada.get(`/api/v1/sources/${id}/rejects`);
      return (body as unknown[]).length > 0 && body;
    });
    expect(rejects).toMatchObject([{ line: 1, code: 'field-missing' }]);
  });

  it('knows a second token, and no longer a revoked one', async () => {
    const added = (await ada.post(`/api/v1/sources/${id}/tokens`)).body as { token: string };
    await send(added.token);
    const [first] = (await seenBy(ada))?.tokens ?? [];
    expect((await ada.delete(`/api/v1/sources/${id}/tokens/${first!.id}`)).status).toBe(200);
    await expect(send(token)).rejects.toThrow('token-unknown');
    token = added.token;
  });

  it('can be paused', async () => {
    await ada.patch(`/api/v1/sources/${id}`, { active: false });
    await expect(send(token)).rejects.toThrow('source-paused');
    expect((await seenBy(ada))?.health.state).toBe('paused');
  });

  it('leaves a trace in the audit list, without its secret', async () => {
    const audit = (await ada.get('/api/v1/audit')).body as AuditRow[];
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'source.created',
        'token.created',
        'token.revoked',
        'source.changed',
      ]),
    );
    expect(JSON.stringify(audit)).not.toContain(token);
  });
});

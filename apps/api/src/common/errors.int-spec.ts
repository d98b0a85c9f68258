import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/index.js';

describe('refusals of the server itself', () => {
  let app: TestApp;
  let url: string;
  beforeAll(async () => {
    app = await startTestApp();
    url = `${app.url}/api/v1/session`;
  });
  afterAll(() => app.close());

  const post = async (body: string, type = 'application/json') => {
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
    return [response.status, ((await response.json()) as { code: string }).code];
  };

  it.each([
    ['{', 'application/json', 400, 'bad-json'],
    ['', 'application/json', 400, 'bad-json'],
    ['<x/>', 'text/xml', 415, 'content-type'],
    [JSON.stringify({ email: 'x'.repeat(2_000_000) }), 'application/json', 413, 'body-too-large'],
    ['{"__proto__":{"admin":true}}', 'application/json', 400, 'bad-json'],
    ['{"email":1,"password":"x"}', 'application/json', 400, 'invalid-input'],
  ])('body %#', async (body, type, status, code) => {
    expect(await post(body, type)).toEqual([status, code]);
  });

  it('say "unavailable" while the database is away, and log no secret', async () => {
    const lost = await startTestApp();
    await lost.db.dataSource.destroy();
    const answer = await lost.visitor().get('/api/v1/setup');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect((await lost.visitor().get('/health/ready')).status).toBe(503);
    await lost.db.dataSource.initialize();
    await lost.close();
  });
});

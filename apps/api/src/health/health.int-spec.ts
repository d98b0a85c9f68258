import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HealthIndicators } from '../common/health-indicators.js';
import { startTestApp, type TestApp } from '../testing/index.js';

const COLLECTOR = 'collector-of-metrics-0123456789abcdef';

describe('health and metrics', () => {
  let app: TestApp;
  let guarded: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    guarded = await startTestApp({ environment: { METRICS_TOKEN: COLLECTOR } });
  });
  afterAll(async () => {
    await app.close();
    await guarded.close();
  });

  it('is ready when database and schema are, and names whatever is not', async () => {
    const ready = await app.visitor().get('/health/ready');
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({ ready: true, checks: { database: 'ok', migrations: 'ok' } });
    let stuck: string | null = 'no commit for 30 s';
    app.nest.get(HealthIndicators).register('queue', () => stuck);
    const answer = await app.visitor().get('/health/ready');
    expect([answer.status, answer.body]).toMatchObject([
      503,
      { ready: false, checks: { queue: 'no commit for 30 s', database: 'ok' } },
    ]);
    expect((await app.visitor().get('/health/live')).status).toBe(200);
    stuck = null;
    expect((await app.visitor().get('/health/ready')).status).toBe(200);
  });

  it('shows metrics to this machine, by route and never by address', async () => {
    await app.visitor().get(`/api/v1/links/${'s'.repeat(43)}`);
    const { body } = await app.visitor().get('/metrics');
    expect(body).toContain(
      'sturmwarte_http_seconds_count{method="GET",route="/api/v1/links/:token"',
    );
    expect(body).toContain('process_cpu_seconds_total');
    expect(body).not.toContain('ssss');
  });

  it('hides metrics from what a proxy hands on', async () => {
    const header = { 'x-forwarded-for': '203.0.113.9' };
    expect((await app.visitor().send('GET', '/metrics', undefined, header)).status).toBe(404);
  });

  it('with a token shows them to its holder only', async () => {
    const visitor = guarded.visitor();
    const asked = (token: string) =>
      visitor.send('GET', '/metrics', undefined, { authorization: `Bearer ${token}` });
    expect((await visitor.get('/metrics')).status).toBe(404);
    expect((await asked('wrong')).status).toBe(404);
    expect((await asked(COLLECTOR)).status).toBe(200);
  });

  it('gives every answer a trace id of our own and strict headers', async () => {
    const forged = { 'x-trace-id': 'forged', 'x-request-id': 'forged' };
    const { headers, body } = await app.visitor().send('GET', '/api/v1/nothing', undefined, forged);
    expect(headers.get('x-trace-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({ code: 'not-found', params: {}, traceId: headers.get('x-trace-id') });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`connect-src 'self';`);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IntakeReceipt } from '@sturmwarte/contracts';
import { SourceRepository } from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import { startTestApp, type TestApp } from '../testing/index.js';

describe('an intake that gets more than it can take', () => {
  let app: TestApp;
  const token = newToken();
  beforeAll(async () => {
    app = await startTestApp({ environment: { INTAKE_QUEUE_MAX: '100' } });
    await app.db.transaction(async (tx) => {
      const sources = new SourceRepository(app.db);
      const values = { spaceId: 1, brandId: null, active: true, silentAfterMinutes: null };
      const source = await sources.create({ ...values, name: 'feed', retentionDays: 90 }, tx);
      await sources.addToken(source.id, { hash: tokenHash(token), hint: 'x' }, tx);
    });
  }, 120_000);
  afterAll(() => app.close());

  function post(body: string, type: string): Promise<Response> {
    return fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });
  }
  async function stored(like: string): Promise<number> {
    const { rows } = await app.db.pool.query<{ n: string }>(
      'select count(*) as n from mention where external_id like $1',
      [like],
    );
    return Number(rows[0]?.n);
  }

  it('says when to come back, and stores exactly what it acknowledged', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, body) => {
        const items = Array.from({ length: 100 }, (_, n) => ({
          externalId: `o${body}-${n}`,
          text: 'wind',
        }));
        const response = await post(JSON.stringify(items), 'application/json');
        const answer = (await response.json()) as IntakeReceipt & { code?: string };
        return { status: response.status, wait: response.headers.get('retry-after'), answer };
      }),
    );
    const refused = answers.filter(({ status }) => status === 429);
    const accepted = answers.filter(({ status }) => status === 200);
    expect(refused.length + accepted.length).toBe(40);
    expect(refused.length).toBeGreaterThan(0);
    for (const { wait, answer } of refused) {
      expect(Number(wait)).toBeGreaterThan(0);
      expect(answer.code).toBe('queue-full');
    }
    const acknowledged = accepted.reduce((sum, { answer }) => sum + answer.stored, 0);
    expect(await stored('o%')).toBe(acknowledged);
  });

  it('slows a stream down instead of refusing it', async () => {
    const lines = (name: string): string =>
      Array.from({ length: 3_000 }, (_, n) =>
        JSON.stringify({ externalId: `${name}-${n}`, text: 'wind' }),
      ).join('\n');
    const receipts = await Promise.all(
      ['s1', 's2', 's3'].map(async (name) => {
        const text = await (await post(lines(name), 'application/x-ndjson')).text();
        return JSON.parse(text.trim().split('\n').at(-1) ?? '') as IntakeReceipt;
      }),
    );
    for (const receipt of receipts) expect(receipt).toMatchObject({ stored: 3_000, done: true });
    expect(await stored('s%')).toBe(9_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { aWatchedTopic, startTestApp } from '../testing/index.js';

const LONG_MS = 5_000;

describe('a server that is asked to stop', () => {
  it('answers the request under way, and is not held up by its connection', async () => {
    const app = await startTestApp();
    const { token } = await aWatchedTopic(app, 'Nordwind');
    const agent = new Agent({ keepAlive: true });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sending = request(`${app.url}/api/v1/mentions`, { method: 'POST', agent, headers });
    const status = new Promise((resolve, reject) => {
      sending.once('error', reject);
      sending.once('response', (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      });
    });
    sending.write('[');
    await sleep(200);
    const started = performance.now();
    const closed = app.close();
    await sleep(200);
    sending.end(']');
    expect(await status).toBe(200);
    await closed;
    expect(performance.now() - started).toBeLessThan(LONG_MS);
    agent.destroy();
  }, 120_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { startTestApp, type TestApp } from '../testing/index.js';

describe('the door of the sockets', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { PUBLIC_URL: 'https://sturm.example.org' } });
  });
  afterAll(() => app.close());

  /** Status of a handshake by long polling; `fetch` would not send a foreign Host. */
  const knock = (headers: Readonly<Record<string, string>>) =>
    new Promise<number>((resolve, reject) => {
      const { port } = app.nest.getHttpServer().address() as { port: number };
      request(
        { port, host: '127.0.0.1', path: '/socket.io/?EIO=4&transport=polling', headers },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .once('error', reject)
        .end();
    });

  it('opens to our own pages, under the public address and under the one asked for', async () => {
    expect(await knock({ origin: 'https://sturm.example.org' })).toBe(200);
    expect(await knock({ host: 'localhost:4400', origin: 'http://localhost:4400' })).toBe(200);
  });

  it('opens to programs, which send no origin', async () => {
    expect(await knock({})).toBe(200);
  });

  it('stays shut for the pages of strangers', async () => {
    expect(await knock({ origin: 'https://evil.example' })).toBe(403);
    expect(await knock({ origin: 'null' })).toBe(403);
    expect(await knock({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(
      await knock({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }),
    ).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startTestApp, type TestApp } from '../testing/index.js';

const PAGE = '<!doctype html><title>Sturmwarte</title>';
const SCRIPT = 'console.log("Wetterlage");';

describe('the console', () => {
  let folder: string;
  let app: TestApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sturmwarte-console-'));
    mkdirSync(join(folder, 'dist/assets'), { recursive: true });
    const dist = (name: string) => join(folder, 'dist', name);
    writeFileSync(dist('index.html'), PAGE);
    writeFileSync(dist('assets/app-1a2b3c.js'), SCRIPT);
    writeFileSync(dist('assets/app-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(dist('assets/app-1a2b3c.js.gz'), gzipSync(SCRIPT));
    writeFileSync(dist('favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'secret'), 'not for you');
    app = await startTestApp({ consoleFolder: join(folder, 'dist') });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  /** As sent, without the tidying that `fetch` does. */
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
      const { port, hostname } = new URL(app.url);
      request({ hostname, port, path, headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      })
        .once('error', reject)
        .end();
    });

  it.each(['/', '/alerts/7', '/setup', '/people?tab=2'])('is the page behind %s', async (path) => {
    const { status, headers, body } = await app.visitor().get(path);
    expect([status, body]).toEqual([200, PAGE]);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('keeps files whose name holds their content for ever', async () => {
    const { headers, body } = await app.visitor().get('/assets/app-1a2b3c.js');
    expect(body).toBe(SCRIPT);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toMatch(/javascript/);
  });

  it('comes compressed to whoever can read that', async () => {
    for (const [accepted, encoding] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const { headers } = await raw('/assets/app-1a2b3c.js', { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['content-type']).toMatch(/javascript/);
    }
  });

  it('asks again with a tag instead of sending the same page twice', async () => {
    const { headers } = await raw('/');
    const again = await raw('/', { 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
  });

  it.each([
    ...['/assets/app-old.js', '/api/v1/nothing', '/robots.txt', '/health/nothing'],
    ...['/../secret', '/assets/../../secret', '/%2e%2e/secret', '/assets/%2e%2e%2f%2e%2e%2fsecret'],
    ...['/%', '/%c3%28', '/\\..\\secret', '/assets/app-1a2b3c.js.br', '//evil.example/x.js'],
  ])('knows nothing of %s', async (path) => {
    expect((await raw(path)).status).toBe(404);
  });
});

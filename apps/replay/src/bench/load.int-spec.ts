import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendAll, sendAtRate, type LoadTarget } from './load.js';

const BODIES = Array.from({ length: 40 }, (_, n) => Buffer.from(JSON.stringify({ n })));
const RECEIPT = JSON.stringify({ stored: 1, duplicates: 0, note: 'grüßt' });

describe('the load of a measurement', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(listener: RequestListener): Promise<LoadTarget> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, token: 'a token' };
  }
  const answer = (response: Parameters<RequestListener>[1], status: number): void => {
    response.writeHead(status, { 'content-length': Buffer.byteLength(RECEIPT) }).end(RECEIPT);
  };

  it('sends what was refused again, on connections that may be closed meanwhile', async () => {
    const seen: string[] = [];
    const target = await serve((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        seen.push(text);
        if (seen.length % 7 === 0) response.setHeader('connection', 'close');
        answer(response, seen.length % 5 === 0 ? 429 : 200);
      });
    });
    const report = await sendAll(target, BODIES, 4);
    expect(report).toMatchObject({ stored: BODIES.length, duplicates: 0 });
    expect(report.refused).toBe(seen.length - BODIES.length);
    expect(report.refused).toBeGreaterThan(5);
    expect(new Set(seen).size).toBe(BODIES.length);
  });

  it('ends with the fault when anything else is answered', async () => {
    const target = await serve((_request, response) => answer(response, 503));
    await expect(sendAll(target, BODIES, 1)).rejects.toThrow('answered 503');
  });

  it('ends when the server does', async () => {
    const target = await serve((request) => request.socket.destroy());
    await expect(sendAll(target, BODIES, 1)).rejects.toThrow(/closed|ECONNRESET/);
  });

  it('on a schedule, everything that was due during a stall feels it', async () => {
    let stalled: Promise<void> | undefined;
    let count = 0;
    const target = await serve((request, response) => {
      request.resume().on('end', () => {
        if (++count === 10) stalled = sleep(300);
        void Promise.resolve(stalled).then(() => answer(response, 200));
      });
    });
    const report = await sendAtRate(target, BODIES, 200, 2);
    expect(report.stored).toBe(BODIES.length);
    expect(report.acks.filter((ms) => ms > 100).length).toBeGreaterThan(15);
  });
});

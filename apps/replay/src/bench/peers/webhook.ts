import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ear } from './ear.js';
import { firingTopics } from './prometheus-config.js';

export interface Webhook {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where Alertmanager posts its alerts. */
export async function openWebhook(ear: Ear): Promise<Webhook> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      for (const topic of firingTopics(Buffer.concat(parts).toString())) ear.hear(topic);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

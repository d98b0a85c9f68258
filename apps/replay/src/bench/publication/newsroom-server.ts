import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server that notes when a statement has arrived whole, and answers at once. */
export class NewsroomServer {
  private readonly arrived = new Map<string, number>();
  private readonly waiting = new Map<string, (at: number) => void>();
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const at = performance.now();
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
        readonly data: { readonly hash: string };
      };
      const { hash } = body.data;
      this.count++;
      this.arrived.set(hash, at);
      this.waiting.get(hash)?.(at);
      response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
    });
  });
  count = 0;

  static async open(): Promise<NewsroomServer> {
    const newsroom = new NewsroomServer();
    newsroom.server.listen(0, '127.0.0.1');
    await once(newsroom.server, 'listening');
    return newsroom;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** When the statement with this hash had arrived, by this process's clock. */
  arrival(hash: string): Promise<number> {
    const at = this.arrived.get(hash);
    return at === undefined
      ? new Promise((resolve) => this.waiting.set(hash, resolve))
      : Promise.resolve(at);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

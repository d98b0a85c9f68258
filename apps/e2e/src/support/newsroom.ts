import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly type: string;
  readonly id: string;
  readonly text: string;
  readonly hash: string;
}

/** A real web server that takes statements, as a newsroom does, and says where they stand. */
export class Newsroom {
  /** Everything that arrived, in order. */
  readonly statements: Received[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Newsroom> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const newsroom = new Newsroom(server, `http://127.0.0.1:${port}/statements`);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { type, data } = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
          type: string;
          data: Omit<Received, 'type'>;
        };
        newsroom.statements.push({ type, id: data.id, text: data.text, hash: data.hash });
        const n = newsroom.statements.length;
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: `n-${n}`, link: `https://news.example.org/${n}` }));
      });
    });
    return newsroom;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as a newsroom got it. */
export interface NewsroomCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * How a newsroom answers. `silent`: it takes the whole request and never answers. `cut`: it takes it and the connection
 * breaks. `slow`: it answers after so many milliseconds.
 */
export type NewsroomMood =
  | { readonly kind: 'answers'; readonly status: number; readonly body?: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'slow'; readonly ms: number };

/** A real web server that keeps what arrives and can be asked for it again. */
export class Newsroom {
  readonly calls: NewsroomCall[] = [];
  /** Ids that stand on the newsroom's page. */
  readonly published = new Map<string, string>();
  mood: NewsroomMood = { kind: 'answers', status: 201 };
  readBackStatus: number | null = null;
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  private constructor() {
    this.server.on('connection', (socket) => {
      this.connections++;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async open(): Promise<Newsroom> {
    const newsroom = new Newsroom();
    newsroom.server.listen(0, '127.0.0.1');
    await once(newsroom.server, 'listening');
    return newsroom;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/statements`;
  }

  get readBackUrl(): string {
    return `${this.url}/{id}`;
  }

  /** The bodies of what arrived, read. */
  get statements(): { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[] {
    return this.calls.map(
      ({ body }) => JSON.parse(body.toString('utf8')) as Newsroom['statements'][number],
    );
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      this.tell(request.url ?? '', response);
      return;
    }
    const parts: Buffer[] = [];
    try {
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    } catch {
      return; // the caller hung up before it had said everything
    }
    const headers = request.headers as Record<string, string>;
    const id = headers['webhook-id'] ?? '';
    this.calls.push({ headers, body: Buffer.concat(parts) });
    const link = `https://news.example.org/${id}`;
    const { mood } = this;
    if (mood.kind !== 'answers' || mood.status < 300) this.published.set(id, link);
    if (mood.kind === 'silent') return;
    if (mood.kind === 'cut') {
      request.socket.destroy();
      return;
    }
    if (mood.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, mood.ms));
    const status = mood.kind === 'answers' ? mood.status : 201;
    const body = mood.kind === 'answers' ? mood.body : undefined;
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' });
    response.end(body ?? JSON.stringify({ id: `n-${this.calls.length}`, link }));
  }

  private tell(path: string, response: ServerResponse): void {
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const link = this.published.get(id);
    const status = this.readBackStatus ?? (link === undefined ? 404 : 200);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 200 ? JSON.stringify({ id, link }) : '{}');
  }
}

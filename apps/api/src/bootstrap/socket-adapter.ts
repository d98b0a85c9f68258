import type { IncomingMessage } from 'node:http';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { defer } from 'rxjs';
import { isOwnOrigin } from '../common/origin.js';
import { OneFrameAdapter } from './one-frame-adapter.js';

/** What a handshake reads of the request a connection came with. */
interface Came {
  readonly headers: IncomingMessage['headers'];
  readonly url?: string;
  readonly _query?: unknown;
  readonly connection: unknown;
}

/** A connection keeps of its first request what is still read: the rest is two kilobytes for each console. */
function slimRequest(connection: { request: Came }): void {
  const { headers, url = '', _query, connection: line } = connection.request;
  connection.request = { headers, url, _query, connection: line };
}

/** The adapter brings its own socket.io. */
type Options = NonNullable<Parameters<IoAdapter['createIOServer']>[1]>;
type Binding = Parameters<IoAdapter['bindMessageHandlers']>;
/** A message as it came: what it says, and how to answer. */
interface Payload {
  readonly data: unknown;
  readonly ack?: (reply: unknown) => void;
}
type SocketServer = ReturnType<IoAdapter['createIOServer']>;

/** One inbound message; an intake push of a few hundred mentions fits. */
const MESSAGE_MAX_BYTES = 2_097_152;

/** The socket server on the port of the console: our own pages only, no compression, bounded messages. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Options): SocketServer {
    const own: Partial<Options> = {
      transports: ['websocket', 'polling'],
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      adapter: OneFrameAdapter,
      maxHttpBufferSize: MESSAGE_MAX_BYTES,
      allowRequest: (request, done) => done(null, this.fromOwnPage(request)),
    };
    const server = super.createIOServer(port, { ...options, ...own } as Options);
    server.engine.on('connection', slimRequest);
    return server;
  }

  /** As Nest's own, without keeping a chain of subscriptions for each message of each of a thousand consoles. */
  override bindMessageHandlers(...[socket, handlers, transform]: Binding): void {
    for (const { message, callback } of handlers) {
      socket.on(message as string, (...args: unknown[]) => {
        const payload = this.mapPayload(args.length > 1 ? args : args[0]) as Payload;
        defer(() => transform(callback(payload.data, payload.ack))).subscribe({
          next: (reply) => {
            if (reply !== undefined && reply !== null) payload.ack?.(reply);
          },
          error: (problem: unknown) => this.logger.error(problem),
        });
      });
    }
  }

  private fromOwnPage({ headers }: IncomingMessage): boolean {
    const fetchSite = headers['sec-fetch-site'];
    return isOwnOrigin({
      origin: headers.origin,
      fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
      host: this.hostOf(headers),
      publicUrl: this.config.publicUrl,
    });
  }

  /** Only proxies may say which host was asked for; without any, the header is a stranger's claim. */
  private hostOf(headers: IncomingMessage['headers']): string | undefined {
    const forwarded = headers['x-forwarded-host'];
    const believed = this.config.trustedProxies.length > 0 && typeof forwarded === 'string';
    return believed ? forwarded.split(',')[0]?.trim() : headers.host;
  }
}

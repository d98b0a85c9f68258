import type { IncomingMessage } from 'node:http';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { isOwnOrigin } from '../common/origin.js';

/** The adapter brings its own socket.io. */
type Options = NonNullable<Parameters<IoAdapter['createIOServer']>[1]>;
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
      maxHttpBufferSize: MESSAGE_MAX_BYTES,
      allowRequest: (request, done) => done(null, this.fromOwnPage(request)),
    };
    return super.createIOServer(port, { ...options, ...own } as Options);
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

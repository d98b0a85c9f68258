import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';

/** A whole request as bytes, made before the clock runs. */
export function requestBytes(url: string, token: string, body: Buffer): Buffer {
  const { host, pathname } = new URL(url);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head + HEAD_END), body]);
}

/**
 * One keep-alive connection, one request at a time. Node's own HTTP client costs several times the CPU of the servers
 * measured here, and would be what is measured for small requests; this one reads what our servers answer, no more.
 */
export class LoadConnection {
  private socket: Socket | null = null;
  private said = '';
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null =
    null;

  constructor(private readonly url: string) {}

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket ??= this.open();
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    const { hostname, port } = new URL(this.url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.setEncoding('latin1'); // lengths count bytes, and so does this
    socket.on('data', (text: string) => this.hear(text));
    socket.on('error', (error) => this.end(socket, error));
    socket.on('close', () => this.end(socket, new Error('the connection was closed')));
    this.said = '';
    return socket;
  }

  private hear(text: string): void {
    this.said += text;
    const end = this.said.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.said.slice(0, end).toLowerCase();
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
    if (length === undefined) {
      this.socket?.destroy(new Error('an answer without its length'));
      return;
    }
    const from = end + HEAD_END.length;
    if (this.said.length - from < Number(length)) return;
    const body = Buffer.from(this.said.slice(from), 'latin1').toString('utf8');
    const answer = { status: Number(head.slice(9, 12)), body };
    this.said = '';
    if (/\r\nconnection: *close/.test(head)) this.close();
    const settle = this.settle;
    this.settle = null;
    settle?.resolve(answer);
  }

  private end(socket: Socket, error: Error): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.settle?.reject(error);
    this.settle = null;
  }
}

// The yardstick of "live": a server that does nothing but broadcast what it is sent, each frame built once.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** The stream beneath a socket: what `ws` has and its types do not name. */
interface Beneath {
  readonly _socket: { write(part: Buffer): void };
}

const TEXT_IN_ONE_FRAME = 0x81;
const LENGTH_IN_TWO_BYTES = 126;

const http = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (request.method === 'POST') broadcast(Buffer.concat(parts));
    response.end('ok');
  });
});
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

function broadcast(payload: Buffer): void {
  const frame = frameOf(payload);
  for (const client of server.clients) (client as unknown as Beneath)._socket.write(frame);
}

/** Of 126 to 65,535 bytes, as all our messages are. */
function frameOf(payload: Buffer): Buffer {
  if (payload.length < LENGTH_IN_TWO_BYTES) throw new RangeError('a payload too small to compare');
  const head = Buffer.from([TEXT_IN_ONE_FRAME, LENGTH_IN_TWO_BYTES, 0, 0]);
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

process.once('SIGTERM', () => process.exit(0));
http.listen(Number(process.env['PORT']), '127.0.0.1');

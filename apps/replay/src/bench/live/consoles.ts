// Many raw consoles in a process of their own, told what to do by the bench: they speak socket.io's protocol by hand,
// so that they cost as little as a socket can.
import { WebSocket } from 'ws';
import { machineClock } from './machine-clock.js';
import type { FromConsoles, ToConsoles } from './console-crowd.js';

const AT_ONCE = 40;
const JOINED = /^430\[/;
const MESSAGE = '42/live,["message"';
const PULSE = '42/live,["pulse"';

let sockets: WebSocket[] = [];
const counts = { frames: 0, pulses: 0, bytes: 0 };
/** Of the message under way. */
let heard = 0;
let firstAt = 0;
let sample: string | null = null;

const tell = (message: FromConsoles): void => void process.send?.(message);

process.on('message', (order: ToConsoles) => {
  if (order.do === 'connect') void connect(order);
  if (order.do === 'count') tell({ is: 'counts', ...counts, sample });
  if (order.do === 'leave') void leave().then(() => tell({ is: 'left' }));
});
process.once('disconnect', () => process.exit(0));

async function connect(order: Extract<ToConsoles, { do: 'connect' }>): Promise<void> {
  try {
    for (let from = 0; from < order.count; from += AT_ONCE) {
      const some = Math.min(AT_ONCE, order.count - from);
      await Promise.all(Array.from({ length: some }, (_, n) => open(order, from + n)));
    }
    tell({ is: 'connected' });
  } catch (error) {
    tell({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}

function open(order: Extract<ToConsoles, { do: 'connect' }>, n: number): Promise<void> {
  const cookie = order.cookies[n % Math.max(1, order.cookies.length)];
  const headers = cookie === undefined ? {} : { cookie, origin: order.origin };
  const socket = new WebSocket(order.url, { perMessageDeflate: false, headers });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void => reject(new Error(`console ${n}: ${why}`));
    socket.on('error', (error) => refuse(error.message));
    socket.on('close', () => refuse('the server closed the line'));
    if (order.greets)
      socket.on('message', (data) => greeted(socket, textOf(data), resolve, refuse));
    else {
      socket.on('open', resolve);
      socket.on('message', (data) => take(textOf(data), true));
    }
  });
}

/** The way in: engine open, namespace, `watch`, `resume`; then the numbered messages come by themselves. */
function greeted(
  socket: WebSocket,
  text: string,
  ready: () => void,
  refuse: (why: string) => void,
): void {
  if (text.startsWith('42/live,')) take(text, text.startsWith(MESSAGE));
  else if (text === '2') socket.send('3');
  else if (text.startsWith('0')) socket.send('40/live,');
  else if (text.startsWith('40/live,')) {
    socket.send('42/live,1["watch",{"spaceId":1}]');
    socket.send('42/live,0["resume",{"streams":[]}]');
  } else if (JOINED.test(text.replace('43/live,0', '430'))) ready();
  else if (text.startsWith('44')) refuse(text);
}

function take(text: string, isMessage: boolean): void {
  counts.frames++;
  counts.bytes += text.length;
  if (text.startsWith(PULSE)) counts.pulses++;
  if (!isMessage) return;
  sample ??= text;
  if (heard++ === 0) firstAt = machineClock();
  if (heard < sockets.length) return;
  heard = 0;
  tell({ is: 'heard-by-all', firstAt, lastAt: machineClock() });
}

async function leave(): Promise<void> {
  const leaving = sockets;
  sockets = [];
  heard = 0;
  await Promise.all(
    leaving.map(
      (socket) =>
        new Promise<void>((resolve) => {
          if (socket.readyState === WebSocket.CLOSED) return resolve();
          socket.removeAllListeners('close').once('close', () => resolve());
          socket.close();
        }),
    ),
  );
}

function textOf(data: unknown): string {
  return data instanceof Buffer ? data.toString('latin1') : String(data);
}

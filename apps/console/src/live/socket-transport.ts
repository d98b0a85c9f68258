import type { ConsoleToServer, Reply, Resumed, ServerToConsole } from '@sturmwarte/contracts';
import { io, type Socket } from 'socket.io-client';
import type { LiveTransport, WireEvents } from './live-transport.js';

const ANSWER_WITHIN_MS = 10_000;

/** The wire by socket.io, namespace `/live`. Reconnecting is the client's business, not the socket's. */
export function socketTransport(): LiveTransport {
  let socket: Socket<ServerToConsole, ConsoleToServer> | null = null;
  const wire = (): Socket<ServerToConsole, ConsoleToServer> => {
    if (socket === null) throw new Error('the wire is not open');
    return socket;
  };
  return {
    open: (events) => {
      socket?.disconnect();
      socket = connect(events);
    },
    close: () => {
      socket?.removeAllListeners();
      socket?.disconnect();
      socket = null;
    },
    resume: async (request) =>
      (await wire().timeout(ANSWER_WITHIN_MS).emitWithAck('resume', request)) as Reply<Resumed>,
    watch: async (request) =>
      (await wire().timeout(ANSWER_WITHIN_MS).emitWithAck('watch', request)) as Reply<null>,
  };
}

function connect(events: WireEvents): Socket<ServerToConsole, ConsoleToServer> {
  const socket: Socket<ServerToConsole, ConsoleToServer> = io('/live', {
    reconnection: false,
    forceNew: true,
    transports: ['websocket', 'polling'],
  });
  socket.on('connect', events.up);
  socket.on('disconnect', (reason) => events.down(reason === 'io server disconnect'));
  socket.on('connect_error', (problem) => events.down(problem.message === 'not-signed-in'));
  socket.on('message', events.message);
  socket.on('entries', events.entries);
  socket.on('pulse', events.pulse);
  socket.on('beat', events.beat);
  return socket;
}

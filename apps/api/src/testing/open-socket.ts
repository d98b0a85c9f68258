import type {
  ConsoleToServer,
  LiveMessage,
  Pulse,
  Reply,
  Resumed,
  ServerToConsole,
} from '@sturmwarte/contracts';
import { io, type Socket } from 'socket.io-client';
import type { TestVisitor } from './test-visitor.js';

type LiveClient = Socket<ServerToConsole, ConsoleToServer>;

/** A console on its socket, with everything it was told. */
export interface OpenConsole {
  readonly socket: LiveClient;
  readonly messages: LiveMessage[];
  readonly pulses: Pulse[];
  resume(streams: readonly { stream: number; seq: number }[]): Promise<Reply<Resumed>>;
  watch(spaceId: number, mentions?: boolean): Promise<Reply<null>>;
  close(): void;
}

/** Opens the socket with the visitor's cookie. Rejects with the refusal's code. */
export async function openConsole(url: string, { cookie }: TestVisitor): Promise<OpenConsole> {
  const socket: LiveClient = io(`${url}/live`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: cookie === null ? {} : { cookie },
  });
  const messages: LiveMessage[] = [];
  const pulses: Pulse[] = [];
  socket.on('message', (message) => messages.push(message));
  socket.on('pulse', (pulse) => pulses.push(pulse));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
  return {
    socket,
    messages,
    pulses,
    resume: (streams) => socket.emitWithAck('resume', { streams: [...streams] }),
    watch: (spaceId, mentions = false) => socket.emitWithAck('watch', { spaceId, mentions }),
    close: () => void socket.close(),
  };
}

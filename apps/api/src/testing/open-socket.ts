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

/** Waits until something holds; fails the test after ten seconds. */
export async function eventually<T>(look: () => T | false | undefined | null): Promise<T> {
  for (let tries = 0; tries < 1_000; tries++) {
    const found = look();
    if (found !== false && found !== undefined && found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it never happened');
}

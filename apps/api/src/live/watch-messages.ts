import type { Reply } from '@sturmwarte/contracts';
import type { Clock, ErrorCode } from '@sturmwarte/domain';
import type { LiveSocket } from './live-socket.js';
import { SOCKET_LIMITS } from './socket-limits.js';

const KNOWN: readonly string[] = ['resume', 'watch'];

/** Stands before every handler: too much, too often or unknown is refused, and who goes on is cut off. */
export function watchMessages(socket: LiveSocket, clock: Clock): void {
  const weigh = ({ data }: { data?: unknown }): void => {
    const size = typeof data === 'string' || data instanceof Buffer ? data.length : 0;
    if (size > SOCKET_LIMITS.messageChars) socket.disconnect(true);
  };
  socket.conn.on('packet', weigh);
  socket.once('disconnect', () => socket.conn.off('packet', weigh));
  socket.use(([event, ...args], next) => {
    const { limit } = socket.data;
    const passes = limit.take(clock.now());
    if (limit.hostile) socket.disconnect(true);
    else if (!passes) refuse(args, 'too-many-attempts');
    else if (!KNOWN.includes(event)) refuse(args, 'invalid-input');
    else next();
  });
}

function refuse(args: readonly unknown[], code: ErrorCode): void {
  const answer = args.at(-1);
  if (typeof answer !== 'function') return;
  const reply: Reply<never> = { ok: false, code, params: {} };
  (answer as (reply: Reply<never>) => void)(reply);
}

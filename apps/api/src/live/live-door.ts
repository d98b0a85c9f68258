import { DomainError, type Clock } from '@sturmwarte/domain';
import type { SessionService } from '../common/session.service.js';
import type { LiveNamespace, LiveSocket } from './live-socket.js';
import { RateLimit, SOCKET_LIMITS } from './socket-limits.js';

type Next = (error?: Error & { data?: unknown }) => void;

/** Who may come in: a session, and not too many sockets of one person. The adapter has checked the origin. */
export function liveDoor(namespace: LiveNamespace, sessions: SessionService, clock: Clock) {
  return (socket: LiveSocket, next: Next): void => {
    admit(namespace, sessions, socket, clock).then(
      () => next(),
      (error: unknown) => next(refusalFor(error)),
    );
  };
}

async function admit(
  namespace: LiveNamespace,
  sessions: SessionService,
  socket: LiveSocket,
  clock: Clock,
): Promise<void> {
  const principal = await sessions.resolve(socket.handshake.headers.cookie);
  if (principal === null) throw new DomainError('not-signed-in');
  const open = [...namespace.sockets.values()].filter(
    (other) => other.data.principal.personId === principal.personId,
  );
  if (open.length >= SOCKET_LIMITS.perPerson) throw new DomainError('too-many-attempts');
  const limit = new RateLimit(clock.now());
  socket.data = { principal, limit, watched: null, resumed: false };
}

/** The console reads the code; what went wrong inside stays inside. */
function refusalFor(error: unknown): Error & { data?: unknown } {
  const code = error instanceof DomainError ? error.code : 'unavailable';
  return Object.assign(new Error(code), { data: { code } });
}

import type { FastifyReply } from 'fastify';

/** Aborted when the asker gives up: nobody waits for the answer any more. */
export function untilClosed(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

import type { IncomingMessage } from 'node:http';
import { DomainError } from '@sturmwarte/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Bodies that are read here as streams, past every parser and limit of the other routes. */
const STREAMED = /^\/api\/v1\/(mentions|sources\/\d+\/upload)\/?(\?|$)/;
const RAW_TYPE = 'application/x-sturmwarte-stream';

const types = new WeakMap<IncomingMessage, string>();

/** Must run before the routes are registered. */
export function prepareIntakeBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(RAW_TYPE, (_request, payload, done) => done(null, payload));
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'POST' && STREAMED.test(request.url)) {
      types.set(request.raw, request.headers['content-type'] ?? '');
      request.raw.headers['content-type'] = RAW_TYPE;
    }
    done();
  });
}

/**
 * The media type of a streamed body, one of those wanted. Refuses `content-type` for others, for charsets other than
 * UTF-8 and for compressed bodies.
 */
export function bodyType<T extends string>(request: FastifyRequest, wanted: readonly T[]): T {
  const [type = '', ...parameters] = (types.get(request.raw) ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice(8);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const plain = encoding === 'identity' && (charset ?? 'utf-8').replaceAll('"', '') === 'utf-8';
  if (plain && (wanted as readonly string[]).includes(type)) return type as T;
  throw new DomainError('content-type', {
    wanted: wanted.join(', '),
    found: [type, charset, encoding === 'identity' ? '' : encoding]
      .filter(Boolean)
      .join(' ')
      .slice(0, 80),
  });
}

/** A whole body in memory. Refuses `body-too-large` as soon as it is. */
export async function readBody(body: AsyncIterable<Buffer>, max: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > max) throw new DomainError('body-too-large', { max });
    parts.push(part);
  }
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

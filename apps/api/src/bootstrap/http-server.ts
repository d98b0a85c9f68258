import { randomUUID } from 'node:crypto';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@sturmwarte/config';
import { ATTACHMENT_BYTES, type ErrorBody } from '@sturmwarte/contracts';
import { ERROR_STATUS } from '@sturmwarte/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Metrics } from '../common/metrics.js';

/** Bodies of people's forms; the intake streams its own past this limit. */
const BODY_LIMIT_BYTES = 1_048_576;
const SLOW_MS = 1_000;
const ONE_YEAR_SECONDS = 31_536_000;

export function fastifyAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: BODY_LIMIT_BYTES,
    // A trace id is ours: one from outside could be used to forge lines in the log.
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // Before any route is found: an address that is none.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const body: ErrorBody = { code: 'not-found', params: {}, traceId: request.id };
      void reply.status(ERROR_STATUS['not-found']).send(body);
    },
  });
}

/**
 * Security headers, trace ids, timings, files. Plugins are registered here, before there is any route: waiting for one
 * later would make Fastify fix its routes before Nest has installed the error filter.
 */
export async function prepareHttp(
  app: NestFastifyApplication,
  config: Config,
  log: Logger,
): Promise<void> {
  await app.register(fastifyHelmet, helmetOptions(config));
  // Only `reply.sendFile`: which addresses exist is decided by the console's controller.
  await app.register(fastifyStatic, { serve: false, preCompressed: true });
  const fastify = app.getHttpAdapter().getInstance();
  // Attachments of incidents arrive as they are.
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: ATTACHMENT_BYTES },
    (_request, body, done) => done(null, body),
  );
  const { httpSeconds } = app.get(Metrics);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-trace-id', request.id);
    if (isPrivate(request.url)) void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    httpSeconds.observe(labels, reply.elapsedTime / 1_000);
    logAnswer(log, request, reply, route);
    done();
  });
}

function isPrivate(url: string): boolean {
  return /^\/(api|health|metrics)(\/|$|\?)/.test(url);
}

/** The route, never the address itself: links carry tokens, searches carry words. */
function logAnswer(log: Logger, request: FastifyRequest, reply: FastifyReply, route: string): void {
  const ms = Math.round(reply.elapsedTime);
  const level = reply.statusCode >= 500 ? 'warn' : ms >= SLOW_MS ? 'info' : 'debug';
  log[level](
    { traceId: request.id, method: request.method, route, status: reply.statusCode, ms },
    'answered',
  );
}

function helmetOptions(config: Config) {
  const overTls = config.publicUrl?.startsWith('https:') === true;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library writes its theme as a style element.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        // 'self' covers ws and wss of the same host in every browser we support.
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: overTls && { maxAge: ONE_YEAR_SECONDS, includeSubDomains: false },
    crossOriginOpenerPolicy: overTls && ({ policy: 'same-origin' } as const),
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' } as const,
    xFrameOptions: { action: 'deny' } as const,
  };
}

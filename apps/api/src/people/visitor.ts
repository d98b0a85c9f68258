import type { Config } from '@sturmwarte/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie, sessionTokenIn } from '../common/session-cookie.js';
import { deviceOf } from './device-of.js';

/** What a request tells about who sends it, before anybody is signed in. */
export interface Visitor {
  readonly address: string;
  readonly device: string;
  /** Scheme, host and port people use; links begin with it. */
  readonly base: string;
  /** Cookies travel over TLS only. */
  readonly secure: boolean;
  /** Of a session the browser still has. */
  readonly sessionToken: string | null;
}

export function visitorOf(request: FastifyRequest, config: Config): Visitor {
  const base = config.publicUrl ?? `${request.protocol}://${request.host}`;
  return {
    address: request.ip,
    device: deviceOf(request.headers['user-agent']),
    base,
    secure: base.startsWith('https:') || request.protocol === 'https',
    sessionToken: sessionTokenIn(request.headers.cookie),
  };
}

/** Gives the browser its session, or (`null`) takes it away. */
export function answerCookie(reply: FastifyReply, token: string | null, visitor: Visitor): void {
  void reply.header('set-cookie', sessionCookie(token, visitor.secure));
}

/**
 * Where the console takes a link's token. The set-up token stands behind `#`, which browsers send to no server; a
 * personal link is part of the path, so that mail programs do not cut it off. Both work once.
 */
export function linkTo(
  visitor: Pick<Visitor, 'base'>,
  page: 'setup' | 'link',
  token: string,
): string {
  return `${visitor.base}/${page}${page === 'setup' ? '#' : '/'}${token}`;
}

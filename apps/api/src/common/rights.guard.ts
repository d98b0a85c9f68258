import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { brandsWith, DomainError } from '@sturmwarte/domain';
import type { FastifyRequest } from 'fastify';
import { requireOwnOrigin } from './origin.js';
import { callerOf } from './principal.js';
import { markersOf, type RouteMarker } from './route-marker.js';
import { SessionService, type LiveSession } from './session.service.js';
import { bearerToken, SourceTokens } from './source-tokens.js';
import { CONFIG } from './tokens.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
export const CSRF_HEADER = 'x-sturmwarte-csrf';

/** The one door of every HTTP route. Socket messages have their own: the gateway checks each of them. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionService,
    private readonly sources: SourceTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const marker = markersOf(context.getHandler())[0];
    // The route catalog refuses to start with such a route; should one appear later, it stays shut.
    if (!marker) throw new DomainError('not-allowed');
    await this.admit(marker, request);
    return true;
  }

  private async admit(marker: RouteMarker, request: FastifyRequest): Promise<void> {
    if (marker.kind === 'source-token') {
      callerOf(request).source = await this.sources.resolve(
        bearerToken(request.headers.authorization),
      );
      return;
    }
    const changes = !SAFE_METHODS.includes(request.method);
    if (changes) this.requireOwnOrigin(request);
    if (marker.kind === 'public') return;
    const session = await this.sessions.find(request.headers.cookie);
    if (session === null) throw new DomainError('not-signed-in');
    if (changes) requireCsrf(request, session);
    const { principal, csrf } = session;
    if (marker.kind === 'allow' && !holdsSomewhere(principal.grants, marker.right)) {
      throw new DomainError('not-allowed', { right: marker.right });
    }
    Object.assign(callerOf(request), { principal, csrf });
  }

  private requireOwnOrigin(request: FastifyRequest): void {
    requireOwnOrigin({
      origin: request.headers.origin,
      fetchSite: headerOf(request, 'sec-fetch-site'),
      host: request.host,
      publicUrl: this.config.publicUrl,
    });
  }
}

function holdsSomewhere(...[grants, right]: Parameters<typeof brandsWith>): boolean {
  const brands = brandsWith(grants, right);
  return brands === 'all' || brands.length > 0;
}

function requireCsrf(request: FastifyRequest, session: LiveSession): void {
  const sent = Buffer.from(headerOf(request, CSRF_HEADER) ?? '');
  const known = Buffer.from(session.csrf);
  if (sent.length !== known.length || !timingSafeEqual(sent, known)) {
    throw new DomainError('bad-origin');
  }
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@sturmwarte/domain';
import type { SourceRow } from './principal.js';

/** Looks a bearer token up; null when nobody knows it. */
export type SourceTokenResolver = (token: string) => Promise<SourceRow | null>;

/** Where the guard asks for the source behind a token. The feature that owns sources registers how to find it. */
@Injectable()
export class SourceTokens {
  private resolver: SourceTokenResolver | null = null;

  use(resolver: SourceTokenResolver): void {
    this.resolver = resolver;
  }

  /** The active source behind a token, for HTTP and socket alike. Refuses with `token-unknown` or `source-paused`. */
  async resolve(token: string | undefined): Promise<SourceRow> {
    if (this.resolver === null) throw new DomainError('unavailable');
    const source = token === undefined || token === '' ? null : await this.resolver(token);
    if (source === null) throw new DomainError('token-unknown');
    if (!source.active) throw new DomainError('source-paused', { source: source.name });
    return source;
  }
}

/** The token in an `Authorization: Bearer` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([\w.~+/=-]{1,200})$/i.exec(header ?? '')?.[1];
}

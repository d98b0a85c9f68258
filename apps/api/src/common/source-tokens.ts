import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { DomainError } from '@sturmwarte/domain';
import type { SourceRow } from './principal.js';
import { BUS } from './tokens.js';

/** Looks a bearer token up; null when nobody knows it. */
export type SourceTokenResolver = (token: string) => Promise<SourceRow | null>;

/** A sender in full swing is not looked up for every request; a change made on this server counts at once. */
const KNOWN_MS = 1_000;
const KNOWN_MAX = 1_000;

/** Where the guard asks for the source behind a token. The feature that owns sources registers how to find it. */
@Injectable()
export class SourceTokens {
  private resolver: SourceTokenResolver | null = null;
  private readonly known = new Map<
    string,
    { readonly source: SourceRow; readonly until: number }
  >();

  constructor(@Inject(BUS) bus: Bus) {
    bus.on('sources.changed').subscribe(() => this.known.clear());
    // A space that ends pauses its source.
    bus.on('spaces.changed').subscribe(() => this.known.clear());
  }

  use(resolver: SourceTokenResolver): void {
    this.resolver = resolver;
  }

  /** The active source behind a token, for HTTP and socket alike. Refuses with `token-unknown` or `source-paused`. */
  async resolve(token: string | undefined): Promise<SourceRow> {
    if (this.resolver === null) throw new DomainError('unavailable');
    const source =
      token === undefined || token === '' ? null : await this.find(token, this.resolver);
    if (source === null) throw new DomainError('token-unknown');
    if (!source.active) throw new DomainError('source-paused', { source: source.name });
    return source;
  }

  private async find(token: string, resolver: SourceTokenResolver): Promise<SourceRow | null> {
    const now = performance.now();
    const known = this.known.get(token);
    if (known !== undefined && known.until > now) return known.source;
    const source = await resolver(token);
    if (this.known.size >= KNOWN_MAX) this.known.clear();
    if (source !== null) this.known.set(token, { source, until: now + KNOWN_MS });
    return source;
  }
}

/** The token in an `Authorization: Bearer` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([\w.~+/=-]{1,200})$/i.exec(header ?? '')?.[1];
}

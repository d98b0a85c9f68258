import { DomainError } from '@sturmwarte/domain';

export interface OriginFacts {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** Host and port the client asked for (behind a trusted proxy: what it asked the proxy for). */
  readonly host: string | undefined;
  readonly publicUrl: string | null;
}

/**
 * Does a request come from our own pages? Programs that are not browsers send neither header and carry no cookies
 * that a stranger's page could abuse.
 */
export function isOwnOrigin({ origin, fetchSite, host, publicUrl }: OriginFacts): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin === undefined) return true;
  if (origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function requireOwnOrigin(facts: OriginFacts): void {
  if (!isOwnOrigin(facts)) throw new DomainError('bad-origin');
}

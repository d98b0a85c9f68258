import { isIP } from 'node:net';
import { DomainError } from '@sturmwarte/domain';
import type { Visitor } from '../visitor.js';

/** For which site passkeys are made and used: the address people type. */
export interface PasskeyPlace {
  readonly origin: string;
  readonly rpId: string;
}

/** Null where browsers know no passkeys: without https (but for localhost), and for bare IP addresses. */
export function passkeyPlaceOf({ base }: Pick<Visitor, 'base'>): PasskeyPlace | null {
  if (!URL.canParse(base)) return null;
  const { protocol, hostname, origin } = new URL(base);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (protocol !== 'https:' && !isLocal) return null;
  if (isIP(hostname) !== 0 || hostname.startsWith('[')) return null;
  return { origin, rpId: hostname };
}

/** Refuses `passkeys-not-here`. */
export function requirePasskeyPlace(visitor: Pick<Visitor, 'base'>): PasskeyPlace {
  const place = passkeyPlaceOf(visitor);
  if (place === null) throw new DomainError('passkeys-not-here');
  return place;
}

import { hash } from 'node:crypto';

/**
 * (source, externalId) as 128 bits, 32 hexadecimal digits: what makes a mention one mention. A cryptographic hash,
 * because external ids come from strangers who might wish to hide somebody else's mention behind a collision.
 */
export function mentionKey(sourceId: number, externalId: string): string {
  return hash('sha256', `${sourceId}:${externalId}`, 'hex').slice(0, 32);
}

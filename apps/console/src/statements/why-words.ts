import { ERROR_STATUS, type ErrorCode } from '@sturmwarte/domain';
import type { Text } from '../language/text.js';

const KNOWN = [
  'timeout',
  'stopped',
  'connection-lost',
  'broke-off',
  'sender-gone',
  'not-there',
  'too-late',
  'refused',
  'tls-needed',
  'unresolvable',
  'private-address',
  'forbidden-address',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
] as const;
type Known = (typeof KNOWN)[number];

/** Why a text did not leave, in words; what a receiver answered itself is shown as it came. */
export function whyWords(t: Text, why: string): string {
  if (isCode(why)) return t(`error:${why}`);
  const known = KNOWN.find((one): one is Known => one === why);
  return known === undefined ? why : t(`release:publication.why.${known}`);
}

function isCode(reason: string): reason is ErrorCode {
  return Object.hasOwn(ERROR_STATUS, reason);
}

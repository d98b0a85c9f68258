import { createHash } from 'node:crypto';
import { canonicalWording } from '@sturmwarte/domain';
import { sha256 } from '@sturmwarte/store';
import type { Dispatch } from './leave.js';

/** Of the bytes that are about to leave, those of the attachments included: what an approval must have named. */
export function dispatchHash({ channel, language, text, attachments }: Dispatch): string {
  const files = attachments.map(({ content }) =>
    createHash('sha256').update(content).digest('hex'),
  );
  return sha256(canonicalWording({ channel, language, text, attachments: files }));
}

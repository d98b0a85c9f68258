import { createHash, randomUUID } from 'node:crypto';
import { canonicalWording } from '@sturmwarte/domain';
import type { Dispatch } from '../exits/exit.js';

/** Letters and signs that a header, a line or a signature could stumble over. */
export const AWKWARD_TEXT =
  'Rückruf „Nordlicht“: Grüße & <b>Entschuldigung</b> 🔥\n\nWir rufen zurück.\n.\nZoë, 10 €, ελλάδα\n';

/** A publication as it leaves, with the hash of its own words. */
export function aDispatch(more: Partial<Dispatch> = {}): Dispatch {
  const words = {
    channel: more.channel ?? ('press' as const),
    language: more.language ?? ('de' as const),
    text: more.text ?? AWKWARD_TEXT,
  };
  const attachments = more.attachments ?? [];
  const files = attachments.map(({ sha256 }) => sha256);
  const hash = createHash('sha256')
    .update(canonicalWording({ ...words, attachments: files }))
    .digest('hex');
  return {
    ...{ key: randomUUID(), at: '2026-11-30T00:10:00.000Z', brand: 'Nordlicht', hash },
    ...{ attachments, corrects: null, test: false },
    ...words,
    ...more,
  };
}

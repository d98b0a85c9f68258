import type { BoundVariant } from '../statement/statement-refs.js';

/** Only what names a wording, of whatever carries it. */
export function boundOf({ channel, language, hash }: BoundVariant): BoundVariant {
  return { channel, language, hash };
}

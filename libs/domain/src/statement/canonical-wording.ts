import type { OutletChannel } from '../playbook/outlet-channel.js';
import type { TextLanguage } from './statement-refs.js';

/** What an approval binds to, before hashing: every part that reaches the public, and nothing else. */
export interface BoundWording {
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  /** Exactly as it will be handed over; not trimmed, not normalised. */
  readonly text: string;
  /** SHA-256 of the content of each attachment, hex. */
  readonly attachments: readonly string[];
}

/**
 * The one string whose SHA-256 is "the wording". JSON keeps the parts apart: no text can pretend to be another text
 * with another channel. The order of attachments does not matter.
 */
export function canonicalWording({ channel, language, text, attachments }: BoundWording): string {
  return JSON.stringify([
    'sturmwarte-wording-1',
    channel,
    language,
    text,
    [...attachments].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  ]);
}

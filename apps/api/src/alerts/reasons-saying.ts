import { NO_EVENT_REASONS, type NoEventReason } from '@sturmwarte/domain';
import { de } from '@sturmwarte/i18n/de';
import { en } from '@sturmwarte/i18n/en';

/** The reasons for "no event" whose name has every one of these words in it, in one language or the other. */
export function reasonsSaying(words: string): NoEventReason[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const says = (text: string): boolean => wanted.every((word) => text.toLowerCase().includes(word));
  if (wanted.length === 0) return [];
  return NO_EVENT_REASONS.filter((reason) =>
    [de.names.noEventReason[reason], en.names.noEventReason[reason]].some(says),
  );
}

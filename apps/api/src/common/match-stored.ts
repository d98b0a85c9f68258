import { DomainError } from '@sturmwarte/domain';
import { scanTexts, type Database, type StoredText, type TextScan } from '@sturmwarte/store';
import type { FirstLook, Matcher } from '@sturmwarte/text';
import { setImmediate as yieldToOthers } from 'node:timers/promises';

/** Others wait no longer for their turn than these take. */
const TEXTS_PER_TURN = 200;

export interface StoredMatching {
  readonly scan: TextScan;
  readonly matcher: Matcher;
  /** It goes on no longer: the newest part answers. */
  readonly longestMs: number;
  /** The asker has gone, or asks something else. */
  readonly ended: AbortSignal;
}

export interface Matched {
  readonly scanned: number;
  /** Only the newest part was looked at. */
  readonly capped: boolean;
}

/**
 * Holds queries against mentions that are stored, newest first, in short turns beside everything else. Reads only;
 * `see` is shown every mention and what the first look says of it.
 */
export async function matchStored(
  db: Database,
  { scan, matcher, longestMs, ended }: StoredMatching,
  see: (text: StoredText, look: FirstLook) => void,
): Promise<Matched> {
  const started = performance.now();
  let scanned = 0;
  for await (const page of scanTexts(db, scan)) {
    for (const text of page) {
      see(text, matcher.firstLook(text));
      scanned++;
      if (scanned % TEXTS_PER_TURN !== 0) continue;
      await yieldToOthers();
      if (ended.aborted) throw new DomainError('conflict', { what: 'check' });
    }
    if (performance.now() - started > longestMs) return { scanned, capped: true };
  }
  return { scanned, capped: scanned >= scan.limit };
}

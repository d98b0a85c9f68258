import type { EvidenceReader, EvidenceRow } from '@sturmwarte/store';
import type { UsualWords } from './drivers/driving-hashtags.js';
import { onceOf } from './drivers/own-voices.js';

/** From so many earlier texts, kept for so long. */
const TEXTS = 800;
const KEPT_MINUTES = 60;
/** What is being said now does not count as usual. */
const GAP_MINUTES = 180;
const WORDS_DAYS = 7;
/** Who spoke before: in so many mentions of so many days. */
const MENTIONS = 10_000;
const AUTHORS_DAYS = 28;
const DAY_MS = 86_400_000;

/** What is usually said about a topic, and by whom. */
export interface Usual extends UsualWords {
  readonly authors: ReadonlySet<number>;
}

interface Kept extends Usual {
  readonly minute: number;
}

/** Knows for each topic that burns what is usual there, each author counted once; asked anew every hour. */
export class UsualTalk {
  private readonly kept = new Map<number, Kept>();

  constructor(
    private readonly reader: EvidenceReader,
    /** Reads the terms of a text, in turns with others. */
    private readonly termsOf: (
      rows: readonly EvidenceRow[],
      muted: readonly string[],
    ) => Promise<readonly ReadonlySet<string>[]>,
  ) {}

  /** `receivedMs`: the server's clock; null in spaces with a clock of their own. */
  async of(
    topicId: number,
    minute: number,
    receivedMs: number | null,
    muted: readonly string[],
  ): Promise<Usual> {
    const known = this.kept.get(topicId);
    if (known && minute - known.minute < KEPT_MINUTES) return known;
    const since = (days: number): number | null =>
      receivedMs === null ? null : receivedMs - days * DAY_MS;
    const span = { topicId, minute: minute - GAP_MINUTES };
    const [rows, authors] = await Promise.all([
      this.reader.before({ ...span, receivedSinceMs: since(WORDS_DAYS) }, TEXTS),
      this.reader.authorsBefore({ ...span, receivedSinceMs: since(AUTHORS_DAYS) }, MENTIONS),
    ]);
    const voices = onceOf(rows, ({ authorKey }) => authorKey);
    const terms = await this.termsOf(voices, muted);
    const usual = { minute, counts: countDocuments(terms), texts: terms.length, authors };
    this.kept.set(topicId, usual);
    return usual;
  }

  forget(topicId: number): void {
    this.kept.delete(topicId);
  }
}

/** In how many documents each term stands. */
export function countDocuments(documents: Iterable<ReadonlySet<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of documents) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

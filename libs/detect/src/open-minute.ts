import { AUTHOR_WORDS, markAuthor } from './authors.js';
import type { CountDelta, MediaEcho } from './count-delta.js';
import { addTones } from './tone.js';
import type { ToneCounts } from '@sturmwarte/domain';

/** A minute that still receives mentions. Adding is commutative: order of arrival leaves no trace. */
export class OpenMinute {
  negPermille = 0;
  total = 0;
  negCount = 0;
  channels = 0;
  /** Bits of the authors heard; null while no author was named. */
  authors: Int32Array | null = null;
  media: MediaEcho[] = [];
  /** Null while nobody listened. */
  tone: ToneCounts | null = null;

  constructor(public minute: number) {}

  /** Another minute in the same place. */
  begin(minute: number): void {
    this.minute = minute;
    this.negPermille = 0;
    this.total = 0;
    this.negCount = 0;
    this.channels = 0;
    this.authors = null;
    this.tone = null;
    if (this.media.length > 0) this.media = [];
  }

  copy(): OpenMinute {
    const copy = Object.assign(new OpenMinute(this.minute), this);
    copy.authors = this.authors?.slice() ?? null;
    copy.media = [...this.media];
    copy.tone = this.tone === null ? null : { ...this.tone };
    return copy;
  }

  add(delta: CountDelta): void {
    this.negPermille += delta.negPermille;
    this.total += delta.total;
    this.negCount += delta.negCount;
    if (delta.channels !== undefined) this.channels |= delta.channels;
    if (delta.authors !== undefined && delta.authors.length > 0) {
      this.authors ??= new Int32Array(AUTHOR_WORDS);
      for (let i = 0; i < delta.authors.length; i++)
        markAuthor(this.authors, delta.authors[i] ?? 0);
    }
    if (delta.media !== undefined) this.media.push(...delta.media);
    if (delta.tone !== undefined) this.tone = addTones(this.tone, delta.tone);
  }
}

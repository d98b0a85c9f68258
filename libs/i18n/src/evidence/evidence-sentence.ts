import { storyOf, type Channel, type Evidence } from '@sturmwarte/domain';
import type { Format } from '../format/format.js';
import { sentenceDe } from './sentence-de.js';
import { sentenceEn } from './sentence-en.js';

export interface SentenceWords {
  readonly format: Format;
  readonly channelName: (channel: Channel) => string;
}

/** Why an alert stands, in one sentence: since when, how much, who drives it, what it is about. Plain text. */
export function evidenceSentence(evidence: Evidence, words: SentenceWords): string {
  const write = words.format.language === 'de' ? sentenceDe : sentenceEn;
  return write(storyOf(evidence), words);
}

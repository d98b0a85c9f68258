import { TONE, type Tone } from '@sturmwarte/domain';
import type { Column, Lexicon } from '../lexicon/lexicon.js';
import { COLUMN } from '../lexicon/lexicon.js';
import { logOdds, toPermille } from '../polarity/calibrate.js';
import { FEATURES, readFeatures } from '../polarity/features.js';
import { clearTally, emptyTally, scoreWords } from '../polarity/score-words.js';
import type { Judgement } from '../polarity/judgement.js';
import { type GuessedLang, guessLang, WordSheet } from '../polarity/word-sheet.js';
import type { QueryField } from '../query/query.js';
import { ToneReader } from '../tone/hear-tone.js';
import { standardTones } from '../tone/tone-lexicon.js';
import { Automaton, Hits } from './automaton.js';
import type { CompiledQuery } from './compiled-query.js';
import type { DocumentFields, IndexedTopic, TopicIndex, WatchedTopic } from './topic-index.js';
import { buildTopicIndex, foldField } from './topic-index.js';
import { WordStream } from './word-stream.js';

export interface FirstLookDocument {
  readonly text: string;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  /** As the source claims it; `lang:` terms prefer it over the guess. */
  readonly lang?: string | undefined;
  readonly authorHandle?: string | undefined;
  readonly channel?: string | undefined;
}

export interface FirstLook {
  /** Ids of the topics whose query matches, in the order the topics were given. */
  readonly topics: number[];
  /** Probability of being negative, in thousandths; the second look refines it. */
  readonly negPermille: number;
  readonly lang: GuessedLang;
  /** Insults, calls to act, praise; judged once and for all here. */
  readonly tone: Tone;
}

/** All topics' queries and the lexicon in one automaton. Not for use by two callers at once (it is synchronous). */
export interface Matcher {
  /** Topics, polarity and language in one pass; title and text both count, no phrase spans them. Never throws. */
  firstLook(doc: FirstLookDocument): FirstLook;
  readonly topicCount: number;
  /** Memory of the automaton's tables. */
  readonly bytes: number;
}

const COLUMN_OF: Readonly<Record<GuessedLang, Column>> = {
  de: COLUMN.de,
  en: COLUMN.en,
  other: COLUMN.mixed,
  unknown: COLUMN.mixed,
};

/** From here a mention is clearly positive. */
const CLEARLY_POSITIVE = 500;

/** What the source claims, where it claims something; else the guess. */
function spokenLang(claimed: string | undefined, guessed: GuessedLang): GuessedLang {
  const two = claimed?.slice(0, 2).toLowerCase();
  if (two === undefined || two === '' || two === 'un') return guessed;
  return two === 'de' || two === 'en' ? two : 'other';
}

/** Builds the matcher; rebuild and swap it when topics change (10,000 topics: some 100 ms). */
export function compileMatcher(topics: readonly WatchedTopic[], lexicon: Lexicon): Matcher {
  return new TopicMatcher(buildTopicIndex(topics), lexicon);
}

class TopicMatcher implements Matcher {
  private readonly automaton: Automaton;
  private readonly stream = new WordStream();
  private readonly hits = new Hits();
  private readonly sheet = new WordSheet();
  private readonly features = new Float64Array(FEATURES.length);
  private readonly odds = new Float64Array(3);
  /** Stamps tell this text's terms and topics from those of texts before. */
  private stamp = 0;
  private readonly termStamp: Uint32Array;
  private readonly topicStamp: Uint32Array;
  private readonly woken: number[] = [];
  private readonly tally = emptyTally();
  private readonly tones = new ToneReader(standardTones());
  /** Numbers of the first tone pattern and of the first term of a topic. */
  private readonly firstTone: number;
  private readonly firstTerm: number;

  constructor(
    private readonly index: TopicIndex,
    private readonly lexicon: Lexicon,
  ) {
    const tones = standardTones().patterns;
    this.firstTone = lexicon.patterns.length;
    this.firstTerm = this.firstTone + tones.length;
    this.automaton = new Automaton([...lexicon.patterns, ...tones, ...index.patterns]);
    this.termStamp = new Uint32Array(index.patterns.length);
    this.topicStamp = new Uint32Array(index.topics.length);
  }

  get topicCount(): number {
    return this.index.topics.length;
  }

  get bytes(): number {
    return this.automaton.bytes;
  }

  firstLook(doc: FirstLookDocument): FirstLook {
    const { stream, hits } = this;
    stream.reset();
    if (doc.title) stream.append(doc.title);
    stream.append(doc.text);
    this.automaton.run(stream, hits);
    const lang = guessLang(hits, this.lexicon);
    const topics = this.match(doc, lang);
    const p = this.polarity(lang);
    const heard = this.tones.hear(stream, hits, this.firstTone, spokenLang(doc.lang, lang));
    const praise = heard !== 0 && p.pos >= CLEARLY_POSITIVE ? TONE.praise : 0;
    return { topics, negPermille: p.neg, lang, tone: heard | praise };
  }

  private polarity(lang: GuessedLang): Judgement['p'] {
    const column = COLUMN_OF[lang];
    this.sheet.fill(this.stream, this.hits, this.lexicon, column);
    const tally = clearTally(this.tally);
    scoreWords(this.sheet, this.stream, this.lexicon, column, tally);
    readFeatures(tally, this.stream, 0, this.features);
    return toPermille(logOdds(this.features, column, this.odds));
  }

  private match(doc: FirstLookDocument, lang: GuessedLang): number[] {
    const { index, termStamp, hits, firstTerm: first } = this;
    this.nextStamp();
    for (let h = 0; h < hits.count; h++) {
      const term = (hits.pattern[h] as number) - first;
      if (term < 0 || termStamp[term] === this.stamp) continue;
      termStamp[term] = this.stamp;
      const end = index.wakeStart[term + 1] as number;
      for (let i = index.wakeStart[term] as number; i < end; i++)
        this.wake(index.wakes[i] as number);
    }
    if (this.woken.length === 0 && index.fields.size === 0) return [];
    const fields = this.fieldsOf(doc, lang);
    if (fields.author) this.wakeAll(index.wokenByAuthor.get(fields.author));
    if (fields.source) this.wakeAll(index.wokenBySource.get(fields.source));
    if (fields.channel) this.wakeAll(index.wokenBySource.get(fields.channel));
    if (this.woken.length === 0) return [];
    const found = this.woken.filter((topic) =>
      this.holds((index.topics[topic] as IndexedTopic).query, fields),
    );
    if (found.length > 1) found.sort((a, b) => a - b);
    return found.map((topic) => (index.topics[topic] as IndexedTopic).id);
  }

  private fieldsOf(doc: FirstLookDocument, lang: GuessedLang): DocumentFields {
    const { fields } = this.index;
    const use = (field: QueryField, value: string | undefined): string =>
      value && fields.has(field) ? foldField(value, field) : '';
    return {
      source: use('source', doc.source),
      channel: use('source', doc.channel),
      lang: doc.lang ? use('lang', doc.lang) : lang,
      author: use('author', doc.authorHandle),
    };
  }

  private wake(topic: number): void {
    if (this.topicStamp[topic] === this.stamp) return;
    this.topicStamp[topic] = this.stamp;
    this.woken.push(topic);
  }

  private wakeAll(topics: readonly number[] | undefined): void {
    for (const topic of topics ?? []) this.wake(topic);
  }

  private holds(query: CompiledQuery, fields: DocumentFields): boolean {
    switch (query.kind) {
      case 'term':
        return this.termStamp[query.term] === this.stamp;
      case 'and':
        return query.items.every((item) => this.holds(item, fields));
      case 'or':
        return query.items.some((item) => this.holds(item, fields));
      case 'not':
        return !this.holds(query.item, fields);
      case 'source':
        return query.value === fields.source || query.value === fields.channel;
      case 'lang':
        return query.value === fields.lang;
      case 'author':
        return query.value === fields.author;
    }
  }

  private nextStamp(): void {
    this.woken.length = 0;
    if (this.stamp === 0xffffffff) {
      this.termStamp.fill(0);
      this.topicStamp.fill(0);
      this.stamp = 0;
    }
    this.stamp++;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Evaluation } from '@sturmwarte/detect';
import { minuteOf, type CurvePoint, type Evidence, type EvidenceTerm } from '@sturmwarte/domain';
import { EvidenceReader, type Database, type EvidenceRow } from '@sturmwarte/store';
import { documentTerms, keyness, mutedTerms, parseQuery, spelledAs } from '@sturmwarte/text';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { DATABASE } from '../common/tokens.js';
import { onsetOf } from './onset-of.js';
import { countChannels, ownVoices, pickSamples } from './pick-evidence.js';

const HOUR_MINUTES = 60;
const DAY_MS = 86_400_000;
/** Mentions read for one piece of evidence; counts beyond are scaled up. */
const MOST_ROWS = 600;
/** The usual words of a topic: from so many earlier texts, kept for so long. */
const BASE_TEXTS = 800;
const BASE_KEPT_MINUTES = 60;
/** What is being said now does not count as usual. */
const BASE_GAP_MINUTES = 180;
const BASE_DAYS = 7;
const MOST_TERMS = 10;
const TEXTS_PER_TURN = 40;
/** Enough to tell how a word is usually written. */
const SPELLING_TEXTS = 100;

export interface EvidenceRequest {
  /** The topic's watch query: its own words are no news. */
  readonly query: string;
  readonly seen: Evaluation;
  readonly detectorVersion: string;
  readonly silentSources: readonly number[];
  /** The first voice, once it is known. */
  readonly firstMentionId: string | null;
  /** The last day in buckets, for where it began; read only when needed. */
  readonly curve: () => Promise<readonly CurvePoint[]>;
  /** The server's clock, milliseconds; null in spaces with a clock of their own. */
  readonly receivedMs: number | null;
}

interface Usual {
  readonly minute: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly texts: number;
}

/** Completes what the detector knows with what people said. */
@Injectable()
export class EvidenceService {
  private readonly reader: EvidenceReader;
  private readonly usual = new Map<number, Usual>();
  /** Terms of the mentions of the last look, by topic: most of them are looked at again a minute later. */
  private readonly read = new Map<number, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(@Inject(DATABASE) db: Database) {
    this.reader = new EvidenceReader(db);
  }

  /** The detector's own numbers, without a look at any mention. */
  numbersOf({ seen, detectorVersion, silentSources }: EvidenceRequest): Evidence {
    const { level, cause, ruleId, score, observed, expected, ratio, share } = seen;
    const { usualShare, uniqueAuthors, doublingMinutes, signals } = seen;
    return {
      ...{ at: new Date(seen.at).toISOString(), level, cause, ruleId, detectorVersion, score },
      ...{ observed, expected, ratio, share, usualShare, uniqueAuthors, doublingMinutes },
      ...{ signals, channels: [], terms: [], firstMentionId: null, sampleMentionIds: [] },
      silentSources,
    };
  }

  async complete(request: EvidenceRequest): Promise<Evidence> {
    const { seen, receivedMs } = request;
    const { topicId } = seen;
    const minute = minuteOf(seen.at) - HOUR_MINUTES;
    const receivedSinceMs = receivedMs === null ? null : receivedMs - DAY_MS;
    const [rows, firstMentionId] = await Promise.all([
      this.reader.since({ topicId, minute, receivedSinceMs }, MOST_ROWS),
      request.firstMentionId ?? this.firstVoice(request, receivedSinceMs),
    ]);
    const voices = ownVoices(rows);
    const muted = mutedBy(request.query);
    const said = await this.termsOf(topicId, voices, muted);
    const terms = await this.keyTerms(request, said, muted);
    const scale = rows.length < MOST_ROWS ? 1 : scaleOf(rows, seen.observed);
    return {
      ...this.numbersOf(request),
      channels: countChannels(rows, scale),
      terms: asWritten(terms, voices),
      firstMentionId,
      sampleMentionIds: pickSamples(voices, terms, (row) => said.get(row) ?? new Set()),
    };
  }

  /** The topic is calm, or gone. */
  forget(topicId: number): void {
    this.usual.delete(topicId);
    this.read.delete(topicId);
  }

  private async firstVoice(
    { seen, curve }: EvidenceRequest,
    receivedSinceMs: number | null,
  ): Promise<string | null> {
    const onset = onsetOf(await curve()) ?? minuteOf(seen.at) - HOUR_MINUTES;
    return this.reader.firstNegative({ topicId: seen.topicId, minute: onset, receivedSinceMs });
  }

  private async keyTerms(
    { seen, receivedMs }: EvidenceRequest,
    said: ReadonlyMap<EvidenceRow, ReadonlySet<string>>,
    muted: readonly string[],
  ): Promise<EvidenceTerm[]> {
    const minute = minuteOf(seen.at);
    const usual = await this.usualOf(seen.topicId, minute, receivedMs, muted);
    const window = countDocuments(said.values());
    return keyness(window, said.size, usual.counts, usual.texts, MOST_TERMS).map(
      ({ term, count, lift }) => ({ term, count, lift }),
    );
  }

  private async usualOf(
    topicId: number,
    minute: number,
    receivedMs: number | null,
    muted: readonly string[],
  ): Promise<Usual> {
    const known = this.usual.get(topicId);
    if (known && minute - known.minute < BASE_KEPT_MINUTES) return known;
    const receivedSinceMs = receivedMs === null ? null : receivedMs - BASE_DAYS * DAY_MS;
    const span = { topicId, minute: minute - BASE_GAP_MINUTES, receivedSinceMs };
    const texts = await this.reader.textsBefore(span, BASE_TEXTS);
    const terms: ReadonlySet<string>[] = [];
    for (const text of texts) terms.push(await this.inTurns(terms.length, text, muted));
    const usual = { minute, counts: countDocuments(terms), texts: texts.length };
    this.usual.set(topicId, usual);
    return usual;
  }

  private async termsOf(
    topicId: number,
    voices: readonly EvidenceRow[],
    muted: readonly string[],
  ): Promise<ReadonlyMap<EvidenceRow, ReadonlySet<string>>> {
    const known = this.read.get(topicId);
    const read = new Map<string, ReadonlySet<string>>();
    const said = new Map<EvidenceRow, ReadonlySet<string>>();
    for (const row of voices) {
      const text = row.title === null ? row.text : `${row.title}\n${row.text}`;
      const terms = known?.get(row.id) ?? (await this.inTurns(said.size, text, muted));
      read.set(row.id, terms);
      said.set(row, terms);
    }
    this.read.set(topicId, read);
    return said;
  }

  /** Reading texts takes a while: others get their turn in between. */
  private async inTurns(
    done: number,
    text: string,
    muted: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (done % TEXTS_PER_TURN === TEXTS_PER_TURN - 1) await yieldToOthers();
    return new Set(documentTerms(text, muted));
  }
}

function mutedBy(query: string): readonly string[] {
  const parsed = parseQuery(query);
  return parsed.ok ? mutedTerms(parsed.query) : [];
}

/** Terms are compared folded, and shown as people write them. */
function asWritten(terms: readonly EvidenceTerm[], voices: readonly EvidenceRow[]): EvidenceTerm[] {
  const texts = voices.slice(0, SPELLING_TEXTS).map(({ title, text }) => `${title ?? ''}\n${text}`);
  const spelling = spelledAs(
    terms.map(({ term }) => term),
    texts,
  );
  return terms.map((term) => ({ ...term, term: spelling.get(term.term) ?? term.term }));
}

function countDocuments(documents: Iterable<ReadonlySet<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of documents) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function scaleOf(rows: readonly EvidenceRow[], observed: number): number {
  const read = rows.reduce((sum, { negative }) => sum + negative / 1000, 0);
  return read > 0 ? Math.max(1, observed / read) : 1;
}

import { Inject, Injectable } from '@nestjs/common';
import type { Evaluation } from '@sturmwarte/detect';
import {
  CLEARLY_NEGATIVE,
  minuteOf,
  minuteToIso,
  type CurvePoint,
  type Evidence,
  type EvidencePeak,
  type EvidenceTerm,
  type StormCourse,
} from '@sturmwarte/domain';
import {
  CourseReader,
  EvidenceReader,
  QuietMentionsRepository,
  type Database,
  type EvidenceRow,
} from '@sturmwarte/store';
import { documentTerms, keyness, mutedTerms, parseQuery, spelledAs } from '@sturmwarte/text';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { DATABASE } from '../common/tokens.js';
import { countChannels } from './count-channels.js';
import { courseOf } from './course-of.js';
import { clusterRows } from './drivers/cluster-rows.js';
import { driversOf } from './drivers/drivers-of.js';
import { findThreads } from './drivers/driving-threads.js';
import type { Heard } from './drivers/heard.js';
import { ownVoices } from './drivers/own-voices.js';
import { pickTelling } from './drivers/pick-telling.js';
import { readSaid, type Said } from './drivers/said.js';
import { onsetOf } from './onset-of.js';
import { countDocuments, UsualTalk, type Usual } from './usual-talk.js';

const HOUR_MINUTES = 60;
const DAY_MS = 86_400_000;
/** Mentions read for one piece of evidence; counts beyond are scaled up. */
const MOST_ROWS = 600;
/** Turning points are looked for in so long and so many mentions; what was found before is kept with the alert. */
const COURSE_MINUTES = 6 * HOUR_MINUTES;
const MOST_COURSE = 5_000;
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
  readonly peak: EvidencePeak | null;
  /** The first voice, and since when it burns, once they are known. */
  readonly firstMentionId: string | null;
  readonly since: string | null;
  /** The last day in buckets, for where it began; read only when needed. */
  readonly curve: () => Promise<readonly CurvePoint[]>;
  /** The server's clock, milliseconds; null in spaces with a clock of their own. */
  readonly receivedMs: number | null;
}

interface Begin {
  readonly firstMentionId: string | null;
  readonly since: string | null;
}

/** Completes what the detector knows with what people said. */
@Injectable()
export class EvidenceService {
  private readonly reader: EvidenceReader;
  private readonly courses: CourseReader;
  private readonly quiet: QuietMentionsRepository;
  private readonly usual: UsualTalk;
  /** What was read in the mentions of the last look, by topic: most of them are looked at again a minute later. */
  private readonly read = new Map<number, ReadonlyMap<string, Said>>();

  constructor(@Inject(DATABASE) db: Database) {
    this.reader = new EvidenceReader(db);
    this.courses = new CourseReader(db);
    this.quiet = new QuietMentionsRepository(db);
    this.usual = new UsualTalk(this.reader, (rows, muted) =>
      inTurns(rows, (row) => new Set(documentTerms(wholeOf(row), muted))),
    );
  }

  /** The detector's own numbers, without a look at any mention. */
  numbersOf({ seen, detectorVersion, silentSources, peak }: EvidenceRequest): Evidence {
    const { level, cause, ruleId, score, observed, expected, ratio, share } = seen;
    const { usualShare, uniqueAuthors, doublingMinutes, signals, outlook } = seen;
    return {
      ...{ at: new Date(seen.at).toISOString(), level, cause, ruleId, detectorVersion, score },
      ...{ observed, expected, ratio, share, usualShare, uniqueAuthors, doublingMinutes },
      ...{ signals, channels: [], terms: [], firstMentionId: null, sampleMentionIds: [] },
      silentSources,
      quality: [
        ...(silentSources.length > 0 ? (['sources-silent'] as const) : []),
        ...seen.quality,
      ],
      peak,
      outlook,
    };
  }

  async complete(request: EvidenceRequest): Promise<Evidence> {
    const { seen, receivedMs } = request;
    const { topicId } = seen;
    const minute = minuteOf(seen.at);
    const receivedSinceMs = receivedMs === null ? null : receivedMs - DAY_MS;
    const muted = mutedBy(request.query);
    const [rows, begin, usual, quiet] = await Promise.all([
      this.reader.since({ topicId, minute: minute - HOUR_MINUTES, receivedSinceMs }, MOST_ROWS),
      this.beginOf(request, receivedSinceMs),
      this.usual.of(topicId, minute, receivedMs, muted),
      this.quiet.ofTopic(topicId, minute - HOUR_MINUTES),
    ]);
    const isAll = rows.length < MOST_ROWS;
    const heard = await this.hear(topicId, rows, muted);
    const course = await this.courseOf(request, begin, receivedSinceMs);
    const threads = findThreads(heard);
    const heads = await this.reader.mentionsNamed(threads.map(({ head }) => head));
    const voices = ownVoices(heard);
    const terms = keyTerms(voices, usual);
    const { since, firstMentionId } = begin;
    const { authors: before } = usual;
    return {
      ...this.numbersOf(request),
      channels: countChannels(rows, isAll ? 1 : scaleOf(rows, seen.observed)),
      terms: asWritten(terms, voices),
      drivers: driversOf({ heard, voices, isAll, since, usual, before, threads, heads }),
      course,
      quiet,
      firstMentionId,
      sampleMentionIds: pickTelling(heard, terms),
    };
  }

  /** The topic is calm, or gone. */
  forget(topicId: number): void {
    this.usual.forget(topicId);
    this.read.delete(topicId);
  }

  private async courseOf(
    { seen: { topicId, at, channels } }: EvidenceRequest,
    { since }: Begin,
    receivedSinceMs: number | null,
  ): Promise<StormCourse> {
    const now = minuteOf(at);
    const begun = since === null ? now - HOUR_MINUTES : minuteOf(Date.parse(since));
    const minute = Math.max(begun, now - COURSE_MINUTES);
    const span = { topicId, minute, receivedSinceMs };
    return courseOf(await this.courses.since(span, MOST_COURSE), channels);
  }

  private async beginOf(
    { seen, curve, firstMentionId, since }: EvidenceRequest,
    receivedSinceMs: number | null,
  ): Promise<Begin> {
    if (firstMentionId !== null && since !== null) return { firstMentionId, since };
    const { topicId } = seen;
    const onset = onsetOf(await curve());
    const minute = onset ?? minuteOf(seen.at) - HOUR_MINUTES;
    const first = await this.reader.firstNegative({ topicId, minute, receivedSinceMs });
    return {
      firstMentionId: firstMentionId ?? first,
      since: since ?? (onset === null ? null : minuteToIso(onset)),
    };
  }

  /** The clearly negative ones, read and put together with their copies. */
  private async hear(
    topicId: number,
    rows: readonly EvidenceRow[],
    muted: readonly string[],
  ): Promise<Heard[]> {
    const negative = rows.filter((row) => row.negative >= CLEARLY_NEGATIVE);
    const known = this.read.get(topicId);
    const fresh = negative.filter(({ id }) => known?.has(id) !== true);
    const said = await inTurns(fresh, (row) => readSaid(row, muted));
    const read = new Map<string, Said>();
    for (const { id } of negative) {
      const before = known?.get(id);
      if (before !== undefined) read.set(id, before);
    }
    fresh.forEach(({ id }, index) => {
      const one = said[index];
      if (one !== undefined) read.set(id, one);
    });
    this.read.set(topicId, read);
    return clusterRows(negative, (row) => read.get(row.id) ?? readSaid(row, muted));
  }
}

/** Reading texts takes a while: others get their turn in between. */
async function inTurns<T>(
  rows: readonly EvidenceRow[],
  read: (row: EvidenceRow) => T,
): Promise<T[]> {
  const done: T[] = [];
  for (const row of rows) {
    done.push(read(row));
    if (done.length % TEXTS_PER_TURN === 0) await yieldToOthers();
  }
  return done;
}

function wholeOf({ title, text }: EvidenceRow): string {
  return title === null ? text : `${title}\n${text}`;
}

function mutedBy(query: string): readonly string[] {
  const parsed = parseQuery(query);
  return parsed.ok ? mutedTerms(parsed.query) : [];
}

/** What it is about: words and pairs said by more voices than usual. */
function keyTerms(voices: readonly Heard[], { counts, texts }: Usual): EvidenceTerm[] {
  const window = countDocuments(voices.map(({ said }) => said.terms));
  return keyness(window, voices.length, counts, texts, MOST_TERMS).map(({ term, count, lift }) => ({
    term,
    count,
    lift,
  }));
}

/** Terms are compared folded, and shown as people write them. */
function asWritten(terms: readonly EvidenceTerm[], voices: readonly Heard[]): EvidenceTerm[] {
  const spelling = spelledAs(
    terms.map(({ term }) => term),
    voices.slice(0, SPELLING_TEXTS).map(({ row }) => wholeOf(row)),
  );
  return terms.map((term) => ({ ...term, term: spelling.get(term.term) ?? term.term }));
}

function scaleOf(rows: readonly EvidenceRow[], observed: number): number {
  const read = rows.reduce((sum, { negative }) => sum + negative / 1000, 0);
  return read > 0 ? Math.max(1, observed / read) : 1;
}

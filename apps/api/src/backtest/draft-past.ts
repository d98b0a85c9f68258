import { Inject, Injectable } from '@nestjs/common';
import type { PastMinute } from '@sturmwarte/detect';
import { LIVE_SPACE_ID, MINUTE_MS, minuteOf, type Clock, type Topic } from '@sturmwarte/domain';
import { wholeSince, type Database } from '@sturmwarte/store';
import { compileMatcher, parseQuery, standardLexicon } from '@sturmwarte/text';
import { matchStored } from '../common/match-stored.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { QueryCounts } from './query-counts.js';
import type { Span } from './topic-past.js';

/** Enough for weeks of most brands; beyond, the newest part answers, and the answer says so. */
const MOST_TEXTS = 300_000;
const LONGEST_MS = 20_000;
/** Whoever compares other choices with the same query waits once. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 2;

/** What queries nobody saved would have counted. Minutes since the epoch. */
export interface DraftCounts {
  readonly span: Span;
  readonly scanned: number;
  readonly capped: boolean;
  /** The first minute looked at whole; null: nothing is stored. */
  readonly since: number | null;
  readonly wholeSince: number | null;
  readonly of: ReadonlyMap<string, QueryCounts>;
}

interface Kept {
  readonly key: string;
  readonly madeMs: number;
  readonly counts: DraftCounts;
}

/** The past of a query that was not saved: held against the stored mentions by the first look's own matcher. */
@Injectable()
export class DraftPast {
  /** Oldest first. Counts only, no content. */
  private kept: Kept[] = [];

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Mentions counted from `from` on, before the end of the span. What was found a moment ago is found again. */
  async counts(
    { brandId, spaceId }: Pick<Topic, 'brandId' | 'spaceId'>,
    queries: readonly string[],
    span: Span,
    from: number,
    ended: AbortSignal,
  ): Promise<DraftCounts> {
    const key = JSON.stringify([brandId, spaceId, queries, span.to - span.from]);
    const nowMs = performance.now();
    this.kept = this.kept.filter(({ madeMs }) => nowMs - madeMs < KEPT_MS);
    const known = this.kept.find((one) => one.key === key);
    // A clock that was put back has seen none of it.
    if (known !== undefined && known.counts.span.to <= span.to) return known.counts;
    const counts = await this.match({ brandId, spaceId }, queries, span, from, ended);
    this.kept = [...this.kept.slice(1 - MOST_KEPT), { key, madeMs: nowMs, counts }];
    return counts;
  }

  private async match(
    subject: Pick<Topic, 'brandId' | 'spaceId'>,
    queries: readonly string[],
    span: Span,
    from: number,
    ended: AbortSignal,
  ): Promise<DraftCounts> {
    const counts = queries.map(() => new QueryCounts());
    const watched = queries.flatMap((text, id) => {
      const parsed = parseQuery(text);
      return parsed.ok ? [{ id, query: parsed.query }] : [];
    });
    const isLive = subject.spaceId === LIVE_SPACE_ID;
    let oldest = null as number | null;
    let reached = null as number | null;
    const { scanned, capped } = await matchStored(
      this.db,
      {
        scan: {
          ...subject,
          // A space with a clock of its own was received at another time than it tells of.
          sinceMs: isLive ? from * MINUTE_MS : 0,
          fromMinute: from,
          limit: MOST_TEXTS,
        },
        matcher: compileMatcher(watched, standardLexicon()),
        longestMs: LONGEST_MS,
        ended,
      },
      (text, { topics }) => {
        const { minute, backfill } = text;
        if (oldest === null || minute < oldest) oldest = minute;
        if (!backfill) reached = minute;
        for (const id of topics) counts[id]?.add(text);
      },
    );
    const first = capped && reached !== null ? reached + 1 : oldest;
    const whole = isLive ? await wholeSince(this.db, subject, this.clock.now()) : null;
    return {
      ...{ span, scanned, capped, since: first },
      wholeSince: whole !== null && minuteOf(whole) > from ? minuteOf(whole) : null,
      of: new Map(queries.map((text, index) => [text, counts[index] ?? new QueryCounts()])),
    };
  }
}

/** What was counted for one query, as the detector is to be shown it. */
export async function* draftPages(
  { of, since, span }: DraftCounts,
  query: string,
  pageMinutes: number,
  see: (one: PastMinute) => void,
): AsyncGenerator<readonly PastMinute[]> {
  if (since === null) return;
  for (let start = since; start < span.to; start += pageMinutes) {
    const page = of.get(query)?.minutes(start, Math.min(start + pageMinutes, span.to)) ?? [];
    page.forEach(see);
    yield page;
  }
}

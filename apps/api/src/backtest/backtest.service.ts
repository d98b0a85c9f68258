import { Injectable } from '@nestjs/common';
import type {
  Backtest,
  BacktestMatched,
  BacktestRun,
  BacktestSetting,
  backtestSchema,
  draftBacktestSchema,
} from '@sturmwarte/contracts';
import type { PastMinute } from '@sturmwarte/detect';
import { DEFAULT_SENSITIVITY, MINUTE_MS } from '@sturmwarte/domain';
import type { z } from 'zod';
import { NewestOfEach } from '../common/newest-of-each.js';
import type { Principal } from '../common/principal.js';
import { requireQuery } from '../common/require-query.js';
import { labelOf } from './backtest-labels.js';
import { Buckets } from './buckets.js';
import { DraftPast, type DraftCounts } from './draft-past.js';
import type { HistoryRun, Setting } from './history-run.js';
import { judgedRun, type JudgedRun } from './judged-run.js';
import { TopicPast, type Span, type Subject } from './topic-past.js';
import { Turnstile } from './turnstile.js';

/** A setting with all it needs; `query` null: the counters have counted it. */
interface Wanted extends Setting {
  readonly query: string | null;
}

/** What would have happened: stored counts through the product's own detector, held against what people said. */
@Injectable()
export class BacktestService {
  private readonly asked = new NewestOfEach();

  constructor(
    private readonly past: TopicPast,
    private readonly drafts: DraftPast,
    private readonly turnstile: Turnstile,
  ) {}

  /** Refuses `backtest-busy` while another one runs. */
  async ask(
    principal: Principal,
    id: number,
    { weeks, settings }: z.output<typeof backtestSchema>,
    gone: AbortSignal,
  ): Promise<Backtest> {
    const topic = await this.past.topicFor(principal, id);
    const wanted = settings.map((one) => {
      const { rules = topic.rules, cooldownMinutes = topic.cooldownMinutes } = one;
      const query = one.query === topic.query ? null : (one.query ?? null);
      return { ...chosenIn(one), rules, cooldownMinutes, query };
    });
    return this.compare(principal, topic, weeks, wanted, gone);
  }

  /** Of a topic nobody has saved. */
  async askDraft(
    principal: Principal,
    { brandId, spaceId, weeks, query, settings }: z.output<typeof draftBacktestSchema>,
    gone: AbortSignal,
  ): Promise<Backtest> {
    await this.past.spaceFor(principal, brandId, spaceId);
    const wanted = settings.map(({ rules = [], cooldownMinutes = 0, ...one }) => ({
      ...{ ...chosenIn(one), rules, cooldownMinutes, query },
    }));
    return this.compare(principal, { id: 0, brandId, spaceId }, weeks, wanted, gone);
  }

  private async compare(
    principal: Principal,
    subject: Subject,
    weeks: number,
    wanted: readonly Wanted[],
    gone: AbortSignal,
  ): Promise<Backtest> {
    const now = await this.past.span(subject, weeks);
    const queries = [...new Set(wanted.flatMap(({ query }) => query ?? []))];
    if (queries.length === 0) {
      return this.turnstile.now(() => this.play(subject, now, wanted, null));
    }
    queries.forEach(requireQuery);
    const from = this.past.learningFrom(now);
    const counts = await this.asked.run(principal.personId, gone, (ended) =>
      this.drafts.counts(subject, queries, now, from, ended),
    );
    // Mentions have been read for it: it waits rather than to read them in vain.
    return this.turnstile.later(() => this.play(subject, counts.span, wanted, counts));
  }

  private async play(
    subject: Subject,
    span: Span,
    wanted: readonly Wanted[],
    counts: DraftCounts | null,
  ): Promise<Backtest> {
    const played: Played[] = [];
    for (const query of new Set(wanted.map((one) => one.query))) {
      const buckets = new Buckets(span.from, span.to);
      const settings = wanted.filter((one) => one.query === query);
      const see = (one: PastMinute): void => buckets.add(one);
      const run =
        query === null || counts === null
          ? await this.past.run(subject, span, settings, see)
          : await this.past.runDraft(subject, counts, query, settings, see);
      played.push({ query, settings, buckets, run });
    }
    const sinces = played.flatMap(({ run }) => run.since ?? []);
    const heard = played.flatMap(({ run }) => run.heardSince ?? []);
    const views = subject.id === 0 ? [] : await this.past.labelsOf(subject.id, span);
    const labels = views.map(labelOf);
    const [first, other] = played;
    return {
      from: iso(span.from),
      to: iso(span.to),
      learnedFrom: sinces.length === 0 ? null : iso(Math.min(...sinces)),
      heardFrom: heard.length === 0 ? null : iso(Math.min(...heard)),
      bucket: first?.buckets.bucket ?? 0,
      points: first?.buckets.result() ?? [],
      otherPoints: other?.buckets.result() ?? null,
      matched: counts === null ? null : matchedView(counts),
      labels: views,
      peaks: this.past.peaksWithin(subject, span),
      runs: wanted.map((setting) => {
        const { changes, since } = runOf(played, setting);
        return runView(setting, judgedRun(changes, labels, span, since));
      }),
    };
  }
}

function chosenIn({ sensitivity, headStart }: Pick<BacktestSetting, 'sensitivity' | 'headStart'>) {
  return { sensitivity, headStart };
}

/** All settings with one query, through the same counts. */
interface Played {
  readonly query: string | null;
  readonly settings: readonly Wanted[];
  readonly buckets: Buckets;
  readonly run: HistoryRun;
}

function runOf(played: readonly Played[], setting: Wanted) {
  const of = played.find(({ query }) => query === setting.query);
  const changes = of?.run.changes[of.settings.indexOf(setting)] ?? [];
  return { changes, since: of?.run.since ?? null };
}

function matchedView({ scanned, capped, since, wholeSince }: DraftCounts): BacktestMatched {
  return {
    ...{ scanned, capped },
    since: since === null ? null : iso(since),
    wholeSince: wholeSince === null ? null : iso(wholeSince),
  };
}

function runView(
  { sensitivity = DEFAULT_SENSITIVITY, headStart = null, cooldownMinutes = 0, ...own }: Wanted,
  { changes, alarms, verdict: { fates, ...verdict } }: JudgedRun,
): BacktestRun {
  return {
    ...{ sensitivity, headStart, cooldownMinutes, query: own.query, rules: own.rules, verdict },
    changes: changes.map(({ at, level }) => ({ at: isoOf(at), level })),
    alarms: alarms.map(({ at, until, peak }, index) => ({
      at: isoOf(at),
      until: until === null ? null : isoOf(until),
      peak,
      fate: fates[index] ?? 'unjudged',
    })),
  };
}

function iso(minute: number): string {
  return isoOf(minute * MINUTE_MS);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

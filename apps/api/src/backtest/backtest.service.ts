import { Injectable } from '@nestjs/common';
import type { Backtest, BacktestRun, backtestSchema } from '@sturmwarte/contracts';
import { DEFAULT_SENSITIVITY, MINUTE_MS } from '@sturmwarte/domain';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { labelOf } from './backtest-labels.js';
import { Buckets } from './buckets.js';
import type { Setting } from './history-run.js';
import { judgedRun, type JudgedRun } from './judged-run.js';
import { TopicPast } from './topic-past.js';
import { Turnstile } from './turnstile.js';

type Asked = z.output<typeof backtestSchema>;

/** What would have happened: stored counts through the product's own detector, held against what people said. */
@Injectable()
export class BacktestService {
  constructor(
    private readonly past: TopicPast,
    private readonly turnstile: Turnstile,
  ) {}

  /** Refuses `backtest-busy` while another one runs. */
  async ask(principal: Principal, id: number, { weeks, settings }: Asked): Promise<Backtest> {
    const topic = await this.past.topicFor(principal, id);
    const span = await this.past.span(topic, weeks);
    const wanted = settings.map(({ sensitivity, rules = topic.rules }) => ({ sensitivity, rules }));
    return this.turnstile.now(async () => {
      const buckets = new Buckets(span.from, span.to);
      const { since, changes } = await this.past.run(topic.id, span, wanted, (one) =>
        buckets.add(one),
      );
      const views = await this.past.labelsOf(topic.id, span);
      const labels = views.map(labelOf);
      return {
        from: iso(span.from * MINUTE_MS),
        to: iso(span.to * MINUTE_MS),
        learnedFrom: since === null ? null : iso(since * MINUTE_MS),
        ...buckets.result(),
        labels: views,
        runs: wanted.map((setting, index) =>
          runView(setting, judgedRun(changes[index] ?? [], labels, span, since)),
        ),
      };
    });
  }
}

function runView(
  { sensitivity = DEFAULT_SENSITIVITY, rules }: Setting,
  { changes, alarms, verdict: { fates, ...verdict } }: JudgedRun,
): BacktestRun {
  return {
    ...{ sensitivity, rules, verdict },
    changes: changes.map(({ at, level }) => ({ at: iso(at), level })),
    alarms: alarms.map(({ at, until, peak }, index) => ({
      at: iso(at),
      until: until === null ? null : iso(until),
      peak,
      fate: fates[index] ?? 'unjudged',
    })),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

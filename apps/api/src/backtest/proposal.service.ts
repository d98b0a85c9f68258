import { Injectable } from '@nestjs/common';
import {
  LONGEST_BACKTEST_WEEKS,
  type BacktestLabel,
  type ProposalView,
} from '@sturmwarte/contracts';
import {
  LEAST_WEEKS,
  proposeSensitivity,
  SENSITIVITIES,
  type Sensitivity,
  type Topic,
  type Verdict,
} from '@sturmwarte/domain';
import type { Principal } from '../common/principal.js';
import { labelOf } from './backtest-labels.js';
import type { Setting } from './history-run.js';
import { judgedRun } from './judged-run.js';
import { TopicPast, type Span } from './topic-past.js';
import { Turnstile } from './turnstile.js';

const HOUR_MINUTES = 60;
const WEEK_MINUTES = 7 * 24 * HOUR_MINUTES;
const MOST_KEPT = 200;

interface Verdicts {
  readonly choices: ReadonlyMap<Sensitivity, Verdict>;
  /** Of the topic's own number, where somebody has set one instead of a choice. */
  readonly set: Verdict | null;
}

/** Holds all three choices against what people said of a topic's past, and proposes the better one. */
@Injectable()
export class ProposalService {
  /** Figures move slowly: kept for the hour, while nobody says anything new. Oldest first. */
  private readonly kept = new Map<number, { readonly key: string; verdicts: Promise<Verdicts> }>();

  constructor(
    private readonly past: TopicPast,
    private readonly turnstile: Turnstile,
  ) {}

  async ask(principal: Principal, id: number): Promise<ProposalView> {
    const topic = await this.past.topicFor(principal, id);
    const span = await this.past.span(topic, LONGEST_BACKTEST_WEEKS);
    const first = await this.past.firstMinute(id, span);
    const labels = await this.past.labelsOf(id, span);
    const weeks = first === null ? 0 : (span.to - Math.max(first, span.from)) / WEEK_MINUTES;
    if (weeks < LEAST_WEEKS) return { kind: 'thin', weeks, labels: labels.length, own: [] };
    const { choices, set } = await this.verdicts(topic, span, labels);
    const own = [...choices].map(([sensitivity, { fates: _, leads: __, ...verdict }]) => ({
      sensitivity,
      verdict,
    }));
    const { sensitivity } = topic;
    const known = set === null ? choices : new Map([...choices, [sensitivity, set]]);
    return { ...proposeSensitivity(sensitivity, known, labels.length), own };
  }

  private verdicts(topic: Topic, span: Span, labels: readonly BacktestLabel[]): Promise<Verdicts> {
    const hour = Math.floor(span.to / HOUR_MINUTES);
    const settings = settingsOf(topic);
    const said = labels.map(({ id, alertId, kind, from }) => [id, alertId, kind, from]);
    const key = JSON.stringify([hour, settings, said]);
    const known = this.kept.get(topic.id);
    if (known?.key === key) return known.verdicts;
    const verdicts = this.turnstile.later(() => this.compare(topic, settings, span, labels));
    this.kept.delete(topic.id);
    this.kept.set(topic.id, { key, verdicts });
    verdicts.catch(() => this.kept.delete(topic.id));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return verdicts;
  }

  private async compare(
    topic: Topic,
    settings: readonly Setting[],
    span: Span,
    said: readonly BacktestLabel[],
  ): Promise<Verdicts> {
    const { since, changes } = await this.past.run(topic, span, settings);
    const labels = said.map(labelOf);
    const verdicts = changes.map((one) => judgedRun(one, labels, span, since).verdict);
    const choices = SENSITIVITIES.flatMap((sensitivity, index) => {
      const verdict = verdicts[index];
      return verdict === undefined ? [] : [[sensitivity, verdict] as const];
    });
    return { choices: new Map(choices), set: verdicts[SENSITIVITIES.length] ?? null };
  }
}

/** The three choices, and the topic's own number where it has one. */
function settingsOf({ rules, cooldownMinutes, sensitivity, headStart }: Topic): Setting[] {
  const rest = { rules, cooldownMinutes };
  const choices = SENSITIVITIES.map((choice): Setting => ({ sensitivity: choice, ...rest }));
  return headStart === null ? choices : [...choices, { sensitivity, headStart, ...rest }];
}

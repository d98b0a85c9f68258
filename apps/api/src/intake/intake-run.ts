import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Refusal } from '@sturmwarte/connectors';
import type { PreparedItem } from '@sturmwarte/store';
import type { SourceRow } from '../common/principal.js';
import type { StandingMutes } from '../common/standing-mutes.js';
import { firstLook } from './first-look.js';
import type { IntakeMetrics } from './intake-metrics.js';
import type { MentionStore } from './mention-store.js';
import { ReceiptSum } from './receipt.js';
import { redactInput } from './redact.js';
import type { RejectLog } from './reject-log.js';
import type { SpaceClocks } from './space-clocks.js';
import type { TopicMatchers } from './topic-matchers.js';

export interface Line {
  readonly line: number;
  readonly raw: unknown;
}

export interface IntakeParts {
  readonly store: MentionStore;
  readonly matchers: TopicMatchers;
  readonly clocks: SpaceClocks;
  readonly rejects: RejectLog;
  readonly metrics: IntakeMetrics;
  readonly mutes: StandingMutes;
}

/** So many lines are looked at before other work gets its turn. */
const SLICE = 500;

/** One sender's lines on their way to the store. */
export class IntakeRun {
  readonly receipt = new ReceiptSum();

  constructor(
    readonly source: SourceRow,
    private readonly parts: IntakeParts,
  ) {}

  /**
   * Resolves when every good line of these is durable. Refuses `unavailable`. The list is emptied on the way: nobody
   * needs what was received while its commit is awaited.
   */
  async take(lines: Line[]): Promise<void> {
    const started = performance.now();
    const commits: Promise<void>[] = [];
    while (lines.length > 0) {
      if (commits.length > 0) await nextTurn();
      const commit = this.store(await this.look(lines.splice(0, SLICE)));
      // Its failure is told below; until then it is not an unheard one.
      commit.catch(() => undefined);
      commits.push(commit);
    }
    await settled(commits);
    this.parts.metrics.waited(performance.now() - started);
  }

  refuse(line: number, refusal: Refusal, sample: () => string): void {
    const { clocks, metrics, rejects } = this.parts;
    this.receipt.reject(line, refusal.code, refusal.params);
    metrics.settled('rejected', 1);
    rejects.note(this.source.id, clocks.now(this.source.spaceId), line, refusal, sample);
  }

  private async look(lines: readonly Line[]): Promise<PreparedItem[]> {
    const { matchers, clocks, mutes, store } = this.parts;
    const { spaceId } = this.source;
    await clocks.know(spaceId);
    const matcher = await matchers.of(spaceId);
    const list = await mutes.quietIn(spaceId);
    const quieting = list === null ? null : { list, authorNumber: store.authorNumber };
    const items: PreparedItem[] = [];
    const context = { nowMs: clocks.now(spaceId), serverMs: clocks.serverMs };
    for (const { line, raw } of lines) {
      const result = firstLook(raw, this.source, matcher, clocks, context, quieting);
      if (result.ok) items.push(result.item);
      else this.refuse(line, result, () => redactInput(raw));
    }
    return items;
  }

  private async store(items: readonly PreparedItem[]): Promise<void> {
    const { metrics, store } = this.parts;
    const outcomes = await store.store(items);
    this.receipt.settle(outcomes);
    for (const outcome of ['stored', 'duplicate', 'replaced', 'deleted'] as const) {
      metrics.settled(outcome, outcomes.filter((one) => one === outcome).length);
    }
  }
}

/** Waits for all of them, so that none is left running behind a refusal. */
async function settled(commits: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(commits);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

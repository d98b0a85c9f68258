import { Inject, Injectable } from '@nestjs/common';
import type { TopicCheck, topicCheckSchema } from '@sturmwarte/contracts';
import { CLEARLY_NEGATIVE, DomainError, LIVE_SPACE_ID, type Clock } from '@sturmwarte/domain';
import { scanTexts, type Database, type StoredText } from '@sturmwarte/store';
import {
  compileMatcher,
  parseQuery,
  standardLexicon,
  type Matcher,
  type Query,
} from '@sturmwarte/text';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { CheckTally } from './check-tally.js';

const DAY_MS = 86_400_000;
/** Enough to know what a query finds; beyond, the newest part answers. */
const MOST_TEXTS = 100_000;
const LONGEST_MS = 8_000;
const TEXTS_PER_TURN = 200;

/** Tries a query on stored mentions before it is saved. Reads only. */
@Injectable()
export class TopicCheckService {
  /** The running check of each person: a newer one ends it. */
  private readonly running = new Map<number, AbortController>();

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async check(
    principal: Principal,
    values: z.output<typeof topicCheckSchema>,
    gone: AbortSignal,
  ): Promise<TopicCheck> {
    requireRight(principal, 'topics.edit', values.brandId);
    const parsed = parseQuery(values.query);
    if (!parsed.ok) return { ok: false, mistakes: parsed.errors };
    this.running.get(principal.personId)?.abort();
    const mine = new AbortController();
    this.running.set(principal.personId, mine);
    try {
      return await this.scan(parsed.query, values, AbortSignal.any([gone, mine.signal]));
    } finally {
      if (this.running.get(principal.personId) === mine) this.running.delete(principal.personId);
    }
  }

  private async scan(
    query: Query,
    { brandId, days }: z.output<typeof topicCheckSchema>,
    ended: AbortSignal,
  ): Promise<TopicCheck> {
    const nowMs = this.clock.now();
    const sinceMs = nowMs - days * DAY_MS;
    const matcher = compileMatcher([{ id: 1, query }], standardLexicon());
    const tally = new CheckTally(nowMs, days);
    const started = performance.now();
    const scan = { spaceId: LIVE_SPACE_ID, brandId, sinceMs, limit: MOST_TEXTS };
    for await (const page of scanTexts(this.db, scan)) {
      await this.match(page, matcher, tally, ended);
      if (performance.now() - started > LONGEST_MS) return tally.result(true);
    }
    return tally.result(tally.scanned >= MOST_TEXTS);
  }

  private async match(
    page: readonly StoredText[],
    matcher: Matcher,
    tally: CheckTally,
    ended: AbortSignal,
  ): Promise<void> {
    for (const text of page) {
      const { topics, negPermille } = matcher.firstLook(text);
      if (topics.length > 0) tally.hit(text, negPermille >= CLEARLY_NEGATIVE);
      tally.scanned++;
      if (tally.scanned % TEXTS_PER_TURN !== 0) continue;
      await yieldToOthers();
      if (ended.aborted) throw new DomainError('conflict', { what: 'check' });
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { TopicCheck, topicCheckSchema } from '@sturmwarte/contracts';
import { CLEARLY_NEGATIVE, LIVE_SPACE_ID, type Clock } from '@sturmwarte/domain';
import type { Database } from '@sturmwarte/store';
import { compileMatcher, parseQuery, standardLexicon, type Query } from '@sturmwarte/text';
import type { z } from 'zod';
import { matchStored } from '../common/match-stored.js';
import { NewestOfEach } from '../common/newest-of-each.js';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { CheckTally } from './check-tally.js';

const DAY_MS = 86_400_000;
/** Enough to know what a query finds; beyond, the newest part answers. */
const MOST_TEXTS = 100_000;
const LONGEST_MS = 8_000;

/** Tries a query on stored mentions before it is saved. Reads only. */
@Injectable()
export class TopicCheckService {
  private readonly asked = new NewestOfEach();

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
    return this.asked.run(principal.personId, gone, (ended) =>
      this.scan(parsed.query, values, ended),
    );
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
    const scan = { spaceId: LIVE_SPACE_ID, brandId, sinceMs, limit: MOST_TEXTS };
    const matching = { scan, matcher, longestMs: LONGEST_MS, ended };
    const { scanned, capped } = await matchStored(this.db, matching, (text, { topics }) => {
      if (topics.length > 0) tally.hit(text, text.negative >= CLEARLY_NEGATIVE);
    });
    return tally.result(scanned, capped);
  }
}

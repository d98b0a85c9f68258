import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bus } from '@sturmwarte/bus';
import {
  MutedTerms,
  SecondLookRepository,
  type Corrections,
  type Database,
  type IntakeBatchRow,
  type StagePlace,
  type StageRepository,
  type StoredJudgement,
  type Unjudged,
} from '@sturmwarte/store';
import { classify } from '@sturmwarte/text';
import type { Breather } from './breather.js';
import type { Stage } from './stage-runner.js';

/** Mentions judged and stored at once. */
const SLICE = 200;
/** Mentions judged before other work gets its turn. */
const AT_ONCE = 25;

/** The second look: judges what some topic watches with everything we have, and corrects the counters. */
export class SecondLookStage implements Stage {
  readonly name = 'second-look';
  readonly batches = 20;
  private readonly repository: SecondLookRepository;

  constructor(
    private readonly db: Database,
    private readonly stages: StageRepository,
    private readonly bus: Bus,
    private readonly breather: Breather,
  ) {
    this.repository = new SecondLookRepository(db.pool);
  }

  /** Space by space, because news is told by space; in slices. A slice done twice changes nothing the second time. */
  async work(
    batches: readonly IntakeBatchRow[],
    from: StagePlace,
    to: StagePlace,
  ): Promise<boolean> {
    for (const spaceId of new Set(batches.map((batch) => batch.spaceId))) {
      const own = batches.filter((batch) => batch.spaceId === spaceId);
      if (!(await this.judgeAll(own, spaceId, from))) return false;
    }
    return this.stages.advance(this.name, from, to, () => Promise.resolve());
  }

  private async judgeAll(
    batches: readonly IntakeBatchRow[],
    spaceId: number,
    place: StagePlace,
  ): Promise<boolean> {
    for (let after = 0; ;) {
      const started = performance.now();
      const slice = await this.repository.unjudged(batches, after, SLICE);
      if (slice.length === 0) return true;
      const judgements = await this.judge(slice);
      let corrections: Corrections | undefined;
      // Moving the offset to where it is proves that nobody else has taken over.
      const ours = await this.stages.advance(this.name, place, place, async (client) => {
        corrections = await this.repository.store(client, judgements);
      });
      if (!ours) return false;
      this.tell(spaceId, corrections);
      after = slice.at(-1)?.id ?? after;
      await this.breather.rest(performance.now() - started);
    }
  }

  private tell(spaceId: number, corrections: Corrections | undefined): void {
    if (corrections === undefined || corrections.deltas.length === 0) return;
    this.bus.publish('mentions.judged', { spaceId, ...corrections });
  }

  private async judge(slice: readonly Unjudged[]): Promise<StoredJudgement[]> {
    const muted = new MutedTerms(this.db.pool);
    await muted.load(slice.flatMap(({ topics }) => topics));
    const judgements: StoredJudgement[] = [];
    for (const [index, mention] of slice.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
      judgements.push(judged(mention, muted.of(mention.topics)));
    }
    return judgements;
  }
}

function judged({ id, version, title, text, lang }: Unjudged, muted: string[]): StoredJudgement {
  const whole = title === null ? text : `${title}\n${text}`;
  const [judgement] = classify([{ text: whole, muted, ...(lang === null ? {} : { lang }) }]);
  if (judgement === undefined) throw new Error('a text was not judged');
  const { p, aggressive, model } = judgement;
  return {
    id,
    version,
    negative: p.neg,
    neutral: p.neu,
    positive: p.pos,
    lang: judgement.lang === 'unknown' ? null : judgement.lang,
    aggressive,
    model: `${model.id} ${model.version}`,
  };
}
